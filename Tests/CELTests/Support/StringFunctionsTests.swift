// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CEL

struct StringFunctionsTests {
  @Test func `positions count code points`() throws {
    let text = "e\u{301}\u{1F468}\u{200D}\u{1F469}"
    #expect(try StringFunctions.character(of: text, at: 1).unicodeScalars.first == "\u{301}")
    #expect(try StringFunctions.character(of: text, at: 5) == "")
    #expect(try StringFunctions.firstPosition(of: "\u{1F469}", in: text) == 4)
    #expect(try StringFunctions.substring(of: text, from: 1, to: 2).utf8.count == 2)
    #expect(throws: FunctionFailure.indexOutOfRange(6)) {
      try StringFunctions.character(of: text, at: 6)
    }
    #expect(throws: FunctionFailure.indexOutOfRange(.max)) {
      try StringFunctions.substring(of: text, from: .max)
    }
  }

  @Test func `text is compared by code points, not canonically`() throws {
    #expect(try StringFunctions.firstPosition(of: "e\u{301}", in: "\u{E9}") == -1)
    #expect(StringFunctions.replace(in: "\u{E9}", "e\u{301}", with: "x") == "\u{E9}")
  }

  @Test func `searching agrees with looking everywhere`() throws {
    for haystack in ShortTexts.all(upTo: 7) {
      for needle in ShortTexts.all(upTo: 3) {
        let all = (0...haystack.count).filter { haystack[$0...].starts(with: needle) }
        let search = ByteSearch(for: needle)
        for start in 0...haystack.count {
          #expect(search.firstOffset(in: haystack, from: start) == all.first { $0 >= start })
          #expect(search.lastOffset(in: haystack, upTo: start) == all.last { $0 <= start })
        }
      }
    }
  }

  @Test func `searching takes linear time`() throws {
    let text = String(repeating: "a", count: 200_000)
    let part = String(repeating: "a", count: 100_000) + "b"
    #expect(try StringFunctions.firstPosition(of: part, in: text) == -1)
    #expect(try StringFunctions.lastPosition(of: "b" + part, in: text) == -1)
  }

  @Test(arguments: [
    ("abc", "", "-", -1, "-a-b-c-"), ("abc", "", "-", 2, "-a-bc"), ("", "", "x", -1, "x"),
    ("aaa", "a", "bb", 2, "bbbba"), ("aaa", "aa", "b", -1, "ba"), ("abc", "b", "", 0, "abc"),
  ])
  func `replaces`(text: String, part: String, replacement: String, limit: Int64, expected: String) {
    #expect(
      StringFunctions.replace(in: text, part, with: replacement, limit: limit) == expected)
  }

  @Test(arguments: [
    ("a b c", " ", -1, ["a", "b", "c"]), ("a b c", " ", 2, ["a", "b c"]), ("a b", " ", 0, []),
    ("", " ", -1, [""]), ("abc", "", -1, ["a", "b", "c"]), ("abc", "", 2, ["a", "bc"]),
    ("", "", -1, []), (",a,", ",", -1, ["", "a", ""]), ("abc", "", 1, ["abc"]),
  ])
  func `splits`(text: String, separator: String, limit: Int64, expected: [String]) {
    #expect(StringFunctions.split(text, around: separator, limit: limit) == expected)
  }

  @Test func `splitting and joining undo each other`() {
    for text in ["", "a", ",", "a,b", ",,a,,b,,", "é,☃"] {
      #expect(StringFunctions.split(text, around: ",").joined(separator: ",") == text)
    }
  }

  @Test(
    arguments: [
      (
        "%s is %.2f%%",
        [.argument(.text)] + [
          .literal(" is "), .argument(.fixed(2)), .literal("%"),
        ]
      ),
      (
        "%d%x%X%e%b%o",
        [
          .argument(.decimal), .argument(.hexadecimal(uppercase: false)),
          .argument(.hexadecimal(uppercase: true)), .argument(.scientific(6)), .argument(.binary),
          .argument(.octal),
        ]
      ),
      ("100%%", [.literal("100%")]), ("", []),
    ] as [(String, [FormatTemplate.Part])])
  func `format templates`(text: String, parts: [FormatTemplate.Part]) throws {
    #expect(try FormatTemplate(text).parts == parts)
  }

  @Test(arguments: [
    "%a", "%", "%.", "%.f", "%.101f", "%.2d", "%E", "%5d", "%.99999999999999999999f",
  ])
  func `other formats are refused`(text: String) {
    #expect(throws: FunctionFailure.self) { try FormatTemplate(text) }
  }
}

/// All texts of two letters up to a length.
private enum ShortTexts {
  static func all(upTo length: Int) -> [[UInt8]] {
    var texts: [[UInt8]] = [[]]
    var last = texts
    for _ in 0..<length {
      last = last.flatMap { text in [0x61, 0x62].map { text + [$0] } }
      texts += last
    }
    return texts
  }
}
