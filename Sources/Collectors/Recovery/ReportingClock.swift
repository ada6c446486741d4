// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Chronology
import EvidenceModel

/// A limit within which an incident must be reported, by the Measures for the Administration of
/// National Cybersecurity Incident Reporting (CAC, in force from 2025-11-01).
struct ReportingClock {
  /// The id of the clause in the register of requirements.
  let rule: String
  /// Who must be told.
  let recipient: String
  /// When it is due.
  let due: Instant
  /// When it was done.
  let done: Instant?

  /// The days from the end of handling to the closing report (article 8).
  private static let closingDays = 30

  /// Returns the limits that apply to an incident.
  ///
  /// Articles 4 and 8 concern incidents graded relatively major or above. Hours run from detection;
  /// of days, the day handling ended is not counted and the last one counts to its end.
  static func all(of incident: RecordEntry) -> [ReportingClock] {
    guard let detected = incident["detected_at"]?.instant,
      let level = incident["level"]?.text, level != "general"
    else { return [] }
    var clocks: [ReportingClock] = []
    func add(_ rule: String, _ recipient: String, hours: Int64, column: String) {
      clocks.append(
        ReportingClock(
          rule: rule, recipient: recipient, due: detected.adding(seconds: hours * 3_600),
          done: incident[column]?.instant))
    }
    if incident["involves_cii"]?.isTrue == true {
      add(
        "INC/4(CII)", "protection_department", hours: 1,
        column: "reported_to_protection_department_at")
      add("INC/4(CII)", "police", hours: 1, column: "reported_to_police_at")
    } else {
      add("INC/4(other)", "cac", hours: 4, column: "reported_to_cac_at")
    }
    if let closed = incident["closed_on"]?.instant {
      let end = closed.dateInChina.adding(days: closingDays + 1).startOfDay.adding(seconds: -1)
      clocks.append(
        ReportingClock(
          rule: "INC/8", recipient: "same", due: end, done: incident["summary_filed_on"]?.instant))
    }
    return clocks
  }

  /// The limit as evidence.
  var evidence: EvidenceValue {
    var object: EvidenceObject = [
      "rule": .string(rule), "recipient": .string(recipient), "due": .string(due.formatted()),
    ]
    object["done"] = done.map { .string($0.formatted()) }
    return .object(object)
  }
}
