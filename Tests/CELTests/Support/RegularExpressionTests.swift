// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@testable import CEL

struct RegularExpressionTests {
  @Test(arguments: [
    ("^0[0-6]", "0644", true), ("^0[0-6]", "0755", false), ("b", "abc", true), ("", "", true),
    ("^.$", "\u{1F600}", true), ("(?i)NO", "no", true), (#"^\d+$"#, "12a", false),
  ])
  func `matches anywhere unless anchored`(pattern: String, text: String, expected: Bool) throws {
    #expect(try RegularExpression(pattern).matches(text) == expected)
  }

  @Test(arguments: ["(", "[a-z", "a**", #"(?<n"#, #"\q"#, "(?=a)"])
  func `refuses what RE2 does not know`(pattern: String) {
    #expect(throws: FunctionFailure.self) { try RegularExpression(pattern) }
  }

  @Test func `says why a pattern is not valid`() {
    #expect(throws: FunctionFailure.invalidPattern("a(b", reason: "missing ): a(b")) {
      try RegularExpression("a(b")
    }
  }

  @Test func `takes a hundred thousand letters against a hostile pattern`() throws {
    let letters = String(repeating: "a", count: 100_000)
    #expect(try !RegularExpression("^(a|a)*b").matches(letters))
    #expect(try RegularExpression("^(a|a)*b").matches(letters + "b"))
  }

  @Test func `is the same for many threads`() async throws {
    let expression = try RegularExpression("(a+)(b+)?")
    let found = await withTaskGroup(of: Int.self) { group in
      for count in 1...64 {
        group.addTask {
          let text = Array(String(repeating: "xaab", count: count).utf8)
          return expression.allMatches(in: text).count
        }
      }
      return await group.reduce(0, +)
    }
    #expect(found == 64 * 65 / 2)
  }

  @Test(arguments: [
    ("item-A, item-B", #"item-(\w+)"#, "A"), ("The color is red", #"color is \w+"#, "color is red"),
    ("hello world", "goodbye (.*)", nil), ("key=", "key=(.*)", nil), ("ac", "a(b)?c", nil),
  ])
  func `extracts the group or the match`(text: String, pattern: String, expected: String?) throws {
    let bytes = Array(text.utf8)
    let range = try RegularExpression(pattern).extract(from: bytes)
    #expect(range.map { String(decoding: bytes[$0], as: UTF8.self) } == expected)
  }

  @Test(arguments: [
    ("a b c", #"(\S*)\s*"#, ["a", "b", "c"]), ("banananana", "(ana)", ["ana", "ana"]),
    ("val=a, val=, val=c", "val=([^,]*)", ["a", "c"]), ("né", "", ["", "", ""]),
  ])
  func `extracts all`(text: String, pattern: String, expected: [String]) throws {
    let bytes = Array(text.utf8)
    let ranges = try RegularExpression(pattern).extractAll(from: bytes)
    #expect(ranges.map { String(decoding: bytes[$0], as: UTF8.self) } == expected)
  }

  @Test func `extracting needs at most one group`() throws {
    let expression = try RegularExpression("(a)(b)")
    #expect(throws: FunctionFailure.tooManyGroups("(a)(b)")) {
      try expression.extract(from: Array("ab".utf8))
    }
  }

  @Test(arguments: [
    ("abc", "^", "start_", -1, "start_abc"), ("abc", "$", "_end", -1, "abc_end"),
    ("a-b", #"\b"#, "|", -1, "|a|-|b|"), ("foo bar", "(fo)o (ba)r", #"\2 \1"#, -1, "ba fo"),
    ("banana", "a", "x", 2, "bxnxna"), ("banana", "a", "x", 0, "banana"),
    ("ac", "a(b)?c", #"[\1]"#, -1, "[]"), ("x", "x", #"\\"#, -1, #"\"#),
    ("hello ☃", "☃", "❄", -1, "hello ❄"), ("日本", "", "-", -1, "-日-本-"),
  ])
  func `replaces`(
    text: String, pattern: String, replacement: String, limit: Int, expected: String
  ) throws {
    let result = try RegularExpression(pattern).replace(
      in: Array(text.utf8), with: ReplacementTemplate(replacement), limit: Int64(limit))
    #expect(String(decoding: result, as: UTF8.self) == expected)
  }

  @Test(arguments: [#"\v"#, #"a\"#])
  func `a backslash in a replacement needs a digit or a backslash`(replacement: String) {
    #expect(throws: FunctionFailure.invalidReplacement(replacement)) {
      try ReplacementTemplate(replacement)
    }
  }

  @Test func `a replacement names only groups that exist`() throws {
    let expression = try RegularExpression("(.)")
    let failure = #expect(throws: FunctionFailure.self) {
      try expression.replace(in: Array("t".utf8), with: ReplacementTemplate(#"\2"#))
    }
    #expect(
      failure?.message.en
        == #"the replacement refers to group \2, but the regular expression has only 1"#)
  }

  @Test func `the cache keeps its bound and compares patterns by their bytes`() throws {
    let cache = RegularExpressionCache(capacity: 3)
    for number in 0..<10 {
      #expect(try cache.expression(for: "^\(number)$").matches("\(number)"))
    }
    #expect(cache.count <= 3)
    let composed = try cache.expression(for: "^\u{E9}$")
    let decomposed = try cache.expression(for: "^e\u{301}$")
    #expect(composed.matches("\u{E9}") && !decomposed.matches("\u{E9}"))
  }
}
