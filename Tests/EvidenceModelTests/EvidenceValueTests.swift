// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import EvidenceModel
import Testing

struct EvidenceValueTests {
  @Test func `objects are equal whatever the order of their names`() {
    let a: EvidenceValue = ["x": 1, "y": 2]
    let b: EvidenceValue = ["y": 2, "x": 1]
    #expect(a == b)
    #expect(a.objectValue?.keys == ["x", "y"])
    #expect(EvidenceValue.int(1) != .double(1))
  }

  @Test func `canonical text sorts names and escapes as little as JSON allows`() {
    let value: EvidenceValue = [
      "z": [1, 1.5, true, nil], "日志": "a\"\\\n\u{1}é", "a": [:],
    ]
    #expect(
      CanonicalJSON.text(of: value)
        == #"{"a":{},"z":[1,1.5,true,null],"日志":"a\"\\\n\u0001é"}"#)
  }

  @Test func `reading gives back what was written`() throws {
    let value: EvidenceValue = [
      "int": .int(.max), "low": .int(.min), "double": 0.1, "text": "\u{0}\t/😀", "list": [[], [:]],
    ]
    let text = CanonicalJSON.text(of: value)
    let read = try JSONReader.read(SourceText(name: "x", text))
    #expect(read == value)
    let escaped = try JSONReader.read(SourceText(name: "x", #" "\ud83d\ude00\/" "#))
    #expect(escaped == "😀/")
  }

  @Test(arguments: [
    ("", 1), ("[1,]", 4), (#"{"a":1,"a":2}"#, 8), ("01", 2), ("1 2", 3), (#""\ud800""#, 8),
    ("nul", 1), (#"{"a" 1}"#, 6), ("[1", 3), ("\"a\u{1}\"", 3), ("-", 1), ("1.", 1), ("NaN", 1),
    (String(repeating: "[", count: 100), 65), (#""\u+123""#, 3),
  ])
  func `refuses what is no JSON, and says where`(text: String, column: Int) {
    let error = #expect(throws: DiagnosticsError.self) {
      try JSONReader.read(SourceText(name: "x", text))
    }
    #expect(error?.diagnostics.first?.location?.position.column == column)
  }

  @Test func `a path leads through fields and lists`() {
    let value: EvidenceValue = ["users": [["name": "root"], ["name": "web"]]]
    #expect(value[path: ["users", "1", "name"]] == "web")
    #expect(value[path: ["users", "2", "name"]] == nil)
  }
}

struct EvidenceQueryTests {
  @Test(arguments: [
    (EvidenceQuery(collector: "sshd"), "sshd()"),
    (
      EvidenceQuery(collector: "config", arguments: ["path": "/etc/login.defs"]),
      "config(path=/etc/login.defs)"
    ),
    (
      EvidenceQuery(
        collector: "config", arguments: ["path": ["/a b", "/c"], "lens": "Ntp.lns"]),
      #"config(lens=Ntp.lns, path=["/a b", /c])"#
    ),
    (
      EvidenceQuery(
        collector: "x", arguments: ["a": true, "b": "true", "c": 1, "d": "1", "e": ""]),
      #"x(a=true, b="true", c=1, d="1", e="")"#
    ),
  ])
  func `has one line of text`(query: EvidenceQuery, line: String) {
    #expect(query.canonicalText == line)
  }
}
