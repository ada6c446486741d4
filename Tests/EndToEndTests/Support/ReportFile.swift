// Plumbline
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials

/// The parts of `report.json` that the tests look at.
struct ReportFile: Decodable {
  struct Text: Decodable, Equatable {
    let zh: String
    let en: String
  }

  struct Check: Decodable {
    let id: String
    let outcome: String
    let reason: Text?
  }

  struct Control: Decodable {
    let control_id: String
    let asset_id: String
    let outcome: String
    let checks: [Check]
  }

  struct Evidence: Decodable {
    let query: String?
    let status: String?
    let reason: Text?
  }

  struct Limit: Decodable {
    let kind: String
    let text: Text
  }

  struct Summary: Decodable {
    let not_looked_at: [Text]
  }

  let controls: [Control]
  let evidence: [Evidence]
  let limits: [Limit]
  let summary: Summary

  /// Reads the report of an assessment.
  init(in folder: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/report.json"))
    self = try JSONDecoder().decode(ReportFile.self, from: data)
  }

  /// Returns what a control came to.
  func outcome(of control: String) -> String? {
    controls.first { $0.control_id == control }?.outcome
  }

  /// Returns a check of a control.
  func check(_ name: String, of control: String) -> Check? {
    controls.first { $0.control_id == control }?.checks.first { $0.id == name }
  }
}
