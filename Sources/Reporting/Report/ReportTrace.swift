// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// How a rule came to its value: the rule's parts with their values.
package struct ReportTrace: Codable, Hashable, Sendable {
  /// The part as written.
  package var text: String
  /// Its value, shortened for display.
  package var value: String
  /// What it means for the rule.
  package var verdict: Verdict
  /// Whether it is on the path that decided the result.
  package var isDecisive: Bool
  /// Where a fact comes from.
  package var origin: Origin?
  /// A remark, such as how many elements were left out.
  package var note: LocalizedText?
  /// The parts that it is made of.
  package var children: [ReportTrace]

  private enum CodingKeys: String, CodingKey {
    case text, value, verdict, origin, note, children
    case isDecisive = "is_decisive"
  }

  package init(
    text: String,
    value: String,
    verdict: Verdict,
    isDecisive: Bool = false,
    origin: Origin? = nil,
    note: LocalizedText? = nil,
    children: [ReportTrace] = []
  ) {
    self.text = text
    self.value = value
    self.verdict = verdict
    self.isDecisive = isDecisive
    self.origin = origin
    self.note = note
    self.children = children
  }
}
