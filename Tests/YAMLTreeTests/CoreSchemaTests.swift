// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Testing
import YAMLTree

struct CoreSchemaTests {
  @Test(
    arguments: [
      ("", .null), ("~", .null), ("null", .null), ("Null", .null), ("NULL", .null),
      ("nULL", .string("nULL")), ("true", .bool(true)), ("True", .bool(true)),
      ("FALSE", .bool(false)), ("tRUE", .string("tRUE")), ("yes", .string("yes")),
      ("no", .string("no")), ("on", .string("on")), ("Off", .string("Off")), ("y", .string("y")),
      ("NO", .string("NO")), ("0", .int(0)), ("12", .int(12)), ("-3", .int(-3)), ("+4", .int(4)),
      ("0777", .int(777)), ("0o777", .int(511)), ("0x1F", .int(31)), ("0xG", .string("0xG")),
      ("0o8", .string("0o8")), ("0x", .string("0x")), ("0x-1", .string("0x-1")),
      ("-0x1F", .string("-0x1F")), ("0b11", .string("0b11")), ("1_000", .string("1_000")),
      ("12:30:45", .string("12:30:45")), ("2026-01-01", .string("2026-01-01")),
      ("1e3", .double(1000)), ("1E+3", .double(1000)), ("1.5", .double(1.5)), (".5", .double(0.5)),
      ("1.", .double(1)), ("-1.5e-2", .double(-0.015)), (".", .string(".")), ("e3", .string("e3")),
      ("1e", .string("1e")), ("1.2.3", .string("1.2.3")), ("+", .string("+")), ("-", .null),
      (".inf", .double(.infinity)), ("-.INF", .double(-.infinity)), (".Inf", .double(.infinity)),
      ("inf", .string("inf")), ("nan", .string("nan")), ("9223372036854775807", .int(.max)),
      ("9223372036854775808", .double(9_223_372_036_854_775_808)), ("P180D", .string("P180D")),
      ("0xFFFFFFFFFFFFFFFFFF", .double(4_722_366_482_869_645_213_696)), ("中文", .string("中文")),
    ] as [(String, YAMLScalar)])
  func `reads a plain scalar as the core schema says`(text: String, expected: YAMLScalar) {
    let node = text == "-" ? root("- ").elements[0] : root("a: \(text)\n")["a"]!
    #expect(node.scalar == expected)
  }

  @Test func `not a number is one value`() {
    guard case .double(let value)? = root("a: .NaN")["a"]?.scalar else {
      Issue.record("not a number")
      return
    }
    #expect(value.isNaN)
  }

  @Test(arguments: ["'12'", "\"12\"", "|-\n  12", ">-\n  12", "!!str 12", "! 12"])
  func `a quoted, block or tagged text is a string`(written: String) {
    #expect(root("a: \(written)\n")["a"]?.scalar == .string("12"))
  }

  @Test(
    arguments: [
      ("!!int '12'", .int(12)), ("!!float 12", .double(12)), ("!!null ''", .null),
      ("!!bool 'true'", .bool(true)), ("!<tag:yaml.org,2002:int> 7", .int(7)),
    ] as [(String, YAMLScalar)])
  func `a tag of the core schema decides`(written: String, expected: YAMLScalar) {
    let stream = parse("a: \(written)\n")
    #expect(stream.diagnostics.isEmpty)
    #expect(stream.documents[0].root["a"]?.scalar == expected)
  }

  @Test func `a collection has no scalar`() {
    #expect(root("a: 1").scalar == nil)
    #expect(root("[]").text == "")
  }
}
