// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Assessment
import ControlCatalog

/// What to mend first.
package struct RemediationPlan: Sendable {
  /// How soon a measure is due.
  package enum Priority: Int, Sendable, Comparable, CaseIterable {
    /// At once: a very high risk, or a critical control.
    case immediate = 1
    /// Next: a high risk, or a control that may not be deferred.
    case soon = 2
    /// In turn: a medium risk.
    case planned = 3
    /// When it suits.
    case convenient = 4

    package static func < (a: Priority, b: Priority) -> Bool { a.rawValue < b.rawValue }
  }

  /// The mending of one control.
  package struct Measure: Sendable {
    /// The control, with its results.
    package let item: ControlRollUp.Item
    /// How soon.
    package let priority: Priority
    /// The greatest risk level among its findings, 1 to 5.
    package let riskLevel: Int
    /// The findings that it closes.
    package let findings: [ControlResult]
  }

  /// The measures, the most urgent first; the same urgency by risk, then by least effort.
  package let measures: [Measure]

  package init(_ rollUp: ControlRollUp, risks: RiskRegister) {
    var levels: [String: Int] = [:]
    for entry in risks.entries {
      let id = entry.result.control.id
      levels[id] = max(levels[id] ?? 0, entry.rating.level)
    }
    let measures = rollUp.items.filter(\.outcome.isFinding).map { item in
      let level = levels[item.control.id] ?? 1
      return Measure(
        item: item, priority: Self.priority(of: item.control, riskLevel: level), riskLevel: level,
        findings: item.results.filter(\.outcome.isFinding))
    }
    self.measures = measures.enumerated().sorted { a, b in
      Self.comesFirst(a.element, b.element) ?? (a.offset < b.offset)
    }.map(\.element)
  }

  private static func priority(of control: Control, riskLevel: Int) -> Priority {
    if riskLevel >= 5 || control.severity == .critical { return .immediate }
    if riskLevel == 4 || !control.isDeferrable { return .soon }
    return riskLevel == 3 ? .planned : .convenient
  }

  /// Returns whether a measure comes before another; `nil` when neither does.
  private static func comesFirst(_ a: Measure, _ b: Measure) -> Bool? {
    if a.priority != b.priority { return a.priority < b.priority }
    if a.riskLevel != b.riskLevel { return a.riskLevel > b.riskLevel }
    let efforts = (a.item.control.remediation.effort, b.item.control.remediation.effort)
    return efforts.0 != efforts.1 ? efforts.0 < efforts.1 : nil
  }
}
