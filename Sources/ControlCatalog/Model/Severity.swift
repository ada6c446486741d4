// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// How much harm a failed control lets through, as the catalog's author judges it.
package enum Severity: String, Sendable, CaseIterable, Codable, Comparable {
  /// A flaw worth mending when something else is done there.
  case low
  /// A flaw to be planned for.
  case medium
  /// A flaw that a regulator or assessor would single out.
  case high
  /// A flaw that calls for work today.
  case critical

  /// The severity of the vulnerability that a failed control is, on the scale of five of
  /// GB/T 20984 (1 very low to 5 very high): 2 for low to 5 for critical.
  package var vulnerabilityLevel: Int {
    switch self {
    case .low: 2
    case .medium: 3
    case .high: 4
    case .critical: 5
    }
  }

  /// The name for people.
  package var label: LocalizedText {
    switch self {
    case .low: LocalizedText(zh: "低", en: "low")
    case .medium: LocalizedText(zh: "中", en: "medium")
    case .high: LocalizedText(zh: "高", en: "high")
    case .critical: LocalizedText(zh: "严重", en: "critical")
    }
  }

  package static func < (a: Severity, b: Severity) -> Bool {
    a.vulnerabilityLevel < b.vulnerabilityLevel
  }
}
