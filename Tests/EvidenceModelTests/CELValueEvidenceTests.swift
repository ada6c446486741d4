// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Chronology
import Diagnostics
import EvidenceModel
import Testing

struct CELValueEvidenceTests {
  private static let text = LocalizedText(verbatim: "x")
  private static let user = RecordType(
    name: "user",
    fields: [
      .init("name", .string, documentation: text),
      .init("uid", .int, documentation: text),
      .init("last_changed", .timestamp, documentation: text, isOptional: true),
      .init("age", .duration, documentation: text, isOptional: true),
    ])
  private static let type = CELType.record(
    RecordType(
      name: "account",
      fields: [
        .init("users", .list(.record(user)), documentation: text),
        .init("labels", .map(.string, .string), documentation: text, isOptional: true),
      ]))

  @Test func `texts become times where the type says so`() throws {
    let value: EvidenceValue = [
      "users": [["name": "root", "uid": 0, "last_changed": "2026-01-10", "age": "86400s"]]
    ]
    guard case .record(let account) = try CELValue(value, as: Self.type),
      case .list(let users)? = account["users"], case .record(let root) = users[0],
      case .timestamp(let changed)? = root["last_changed"],
      case .duration(let age)? = root["age"]
    else {
      Issue.record("the value has another shape")
      return
    }
    #expect(changed.formatted() == "2026-01-10T00:00:00+08:00")
    #expect(age.nanoseconds == 86_400_000_000_000)
  }

  @Test(
    arguments: [
      (["users": [["name": "root"]]], "users[0].uid: required field is missing"),
      (["users": [["name": "root", "uid": "0"]]], "users[0].uid: must be a value of type int"),
      (
        ["users": [["name": "root", "uid": 0, "last_change": "2026-01-10"]]],
        "users[0].last_change: unknown field; did you mean 'last_changed'"
      ),
      (
        ["users": [["name": "root", "uid": 0, "last_changed": "soon"]]],
        "users[0].last_changed: must be a value of type timestamp"
      ),
      (["users": [], "labels": ["a": 1]], "labels.a: must be a value of type string"),
      ([], "must be a value of type account"),
    ] as [(EvidenceValue, String)])
  func `a wrong shape is named with its path`(value: EvidenceValue, message: String) {
    #expect(CELValue.shapeError(in: value, as: Self.type)?.description.en == message)
  }
}
