// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import ControlCatalog
import Diagnostics
import TestSupport
import Testing

/// What profiles select, leave out and set.
struct ProfileTests {
  private static let title = "title: {zh: 甲, en: A}\ndescription: {zh: 乙, en: B}\n"

  /// Returns the library with profiles added, each given by what is special about it.
  private func load(_ profiles: [String: String]) -> LibraryLoader.Result {
    var small = SmallLibrary()
    for (id, text) in profiles {
      small.add("profiles/\(id).yaml", "id: \(id)\n\(Self.title)\(text)\n")
    }
    return small.load()
  }

  private func selection(
    _ id: String, of profiles: [String: String] = [:], settings: [Profile.Setting] = []
  ) throws -> ControlSelection {
    let result = load(profiles)
    try #require(result.diagnostics.isEmpty, "\(result.diagnostics.map(\.message.en))")
    let profile = try #require(result.library.profile(id))
    return ControlSelection(profile, of: result.library, assessmentSettings: settings)
  }

  private func attempts(_ selection: ControlSelection) -> String? {
    selection.controls.first?.parameters.first.map { "\($0.text) \($0.origin)" }
  }

  // MARK: Inheritance

  @Test func `a profile takes over what it inherits, through several levels`() throws {
    let profiles = [
      "second": "inherits: [strict]", "third": "inherits: [second]",
      "fourth": "inherits: [third]\nparameters: {ALP-ONE-01.attempts: 1}",
    ]
    let third = try selection("third", of: profiles)
    #expect(third.controls.map(\.control.id) == ["ALP-ONE-01"])
    #expect(attempts(third) == #"2 profile("strict")"#)
    #expect(attempts(try selection("fourth", of: profiles)) == #"1 profile("fourth")"#)
  }

  @Test func `what is inherited twice counts once`() throws {
    let diamond = try selection(
      "bottom",
      of: [
        "left": "inherits: [base]", "right": "inherits: [base]",
        "bottom": "inherits: [left, right]",
      ])
    #expect(diamond.controls.map(\.control.id) == ["ALP-ONE-01", "ALP-TWO-01"])
  }

  @Test(arguments: [
    (["a": "inherits: [a]"], ["a"]),
    (["a": "inherits: [b]", "b": "inherits: [a]"], ["a", "b"]),
    (["a": "inherits: [b]", "b": "inherits: [c]", "c": "inherits: [a]"], ["a", "b", "c"]),
  ])
  func `a profile that inherits from itself is reported where it does`(
    profiles: [String: String], names: [String]
  ) throws {
    let result = load(profiles)
    #expect(
      result.diagnostics.map { "\($0.id) \($0.location?.source.name ?? "")" }
        == names.map { "inheritance-cycle profiles/\($0).yaml" })
    #expect(result.diagnostics.allSatisfy { $0.location?.position.line == 4 })
  }

  @Test func `an unknown parent is reported with the nearest name`() throws {
    let diagnostics = load(["a": "inherits: [strct]"]).diagnostics
    #expect(diagnostics.map(\.id) == ["unknown-profile"])
    #expect(diagnostics.first?.fixIts.first?.edits.first?.replacement == "strict")
  }

  // MARK: Selection

  @Test func `a profile adds single controls and leaves others out with a reason`() throws {
    let strict = try selection("strict")
    #expect(strict.controls.map(\.control.id) == ["ALP-ONE-01"])
    #expect(strict.exclusions.map(\.control) == ["ALP-TWO-01"])
    #expect(strict.exclusions.first?.reason.en == "Assessed elsewhere")
    let one = try selection("one", of: ["one": "include: {controls: [ALP-TWO-01]}"])
    #expect(one.controls.map(\.control.id) == ["ALP-TWO-01"])
  }

  @Test func `what is left out needs a reason and must exist`() {
    #expect(
      load(["a": "exclude: [{id: ALP-TWO-01}]"]).diagnostics.map(\.id) == ["missing-key"])
    #expect(
      load(["a": "exclude: [{id: ALP-TOO-01, reason: {zh: 甲, en: a}}]"]).diagnostics.map(\.id)
        == ["unknown-control"])
  }

  @Test func `a profile for machines leaves out questions and says so`() throws {
    let automated = try selection(
      "auto", of: ["auto": "inherits: [base]\nautomated_only: true"])
    #expect(automated.controls.map(\.control.id) == ["ALP-ONE-01"])
    #expect(automated.controls.first?.checks.map(\.id) == ["attempts"])
    #expect(automated.omittedQuestions == ["ALP-ONE-01": ["policy"], "ALP-TWO-01": ["drill"]])
  }

  // MARK: Parameters

  @Test func `the assessment outweighs the profile, which outweighs the control`() throws {
    let result = load(["own": "parameters: {ALP-ONE-01.attempts: 5}"])
    let control = try #require(result.library.control("ALP-ONE-01"))
    let own = try #require(result.library.profile("own")?.settings)
    let strict = try #require(result.library.profile("strict")?.settings)
    #expect(
      SelectedControl(control).parameters.map { "\($0.text) \($0.origin)" } == ["4 control"])
    #expect(attempts(try selection("strict")) == #"2 profile("strict")"#)
    #expect(attempts(try selection("strict", settings: own)) == "5 assessment")
    #expect(attempts(try selection("strict", settings: strict + own)) == "5 assessment")
  }

  @Test func `a profile outweighs those that it inherits, and the later parent the earlier`() throws
  {
    let profiles = [
      "low": "parameters: {ALP-ONE-01.attempts: 1}",
      "high": "parameters: {ALP-ONE-01.attempts: 6}",
      "up": "inherits: [base, low, high]", "down": "inherits: [base, high, low]",
    ]
    #expect(attempts(try selection("up", of: profiles)) == #"6 profile("high")"#)
    #expect(attempts(try selection("down", of: profiles)) == #"1 profile("low")"#)
  }

  @Test(
    arguments: [
      ("0", "parameter-bounds", 25), ("7", "parameter-bounds", 25), ("four", "wrong-type", 25),
      ("1", nil, 0), ("6", nil, 0),
    ] as [(String, String?, Int)])
  func `a value outside the bounds is reported where it is set`(
    value: String, id: String?, column: Int
  ) {
    let diagnostics = load(["a": "parameters:\n  ALP-ONE-01.attempts:  \(value)"]).diagnostics
    #expect(diagnostics.map(\.id) == (id.map { [$0] } ?? []))
    if let position = diagnostics.first?.location?.position {
      #expect(position.line == 5)
      #expect(position.column == column)
    }
  }

  @Test(arguments: [
    ("ALP-ONE-01.attemts: 1", "unknown-parameter"), ("ALP-ONE-02.attempts: 1", "unknown-control"),
    ("attempts: 1", "setting-form"), ("ALP-ONE-01.a.b: 1", "setting-form"),
  ])
  func `a setting must name a control and its parameter`(setting: String, id: String) {
    #expect(load(["a": "parameters: {\(setting)}"]).diagnostics.map(\.id) == [id])
  }
}
