// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What a check or a control came to.
package enum Outcome: String, Sendable, CaseIterable, Codable {
  /// What must hold was seen to hold.
  case pass
  /// What must hold was seen not to hold.
  case fail
  /// Some checks of the control hold, some do not.
  case partial
  /// The duty has no object here.
  case notApplicable = "not_applicable"
  /// Nobody has looked: evidence could not be collected, or a question is open.
  case notReviewed = "not_reviewed"
  /// What was seen is too old to count.
  case stale
  /// The tool or the rule failed.
  case error

  /// Whether the outcome tells something about the duty: pass, fail or partial.
  package var isConclusive: Bool {
    switch self {
    case .pass, .fail, .partial: true
    case .notApplicable, .notReviewed, .stale, .error: false
    }
  }

  /// Whether the duty was seen to be broken, wholly or in part.
  package var isFinding: Bool { self == .fail || self == .partial }

  /// The name for people.
  package var label: LocalizedText {
    switch self {
    case .pass: LocalizedText(zh: "符合", en: "Pass")
    case .fail: LocalizedText(zh: "不符合", en: "Fail")
    case .partial: LocalizedText(zh: "部分符合", en: "Partial")
    case .notApplicable: LocalizedText(zh: "不适用", en: "Not applicable")
    case .notReviewed: LocalizedText(zh: "未评估", en: "Not reviewed")
    case .stale: LocalizedText(zh: "证据过期", en: "Stale")
    case .error: LocalizedText(zh: "评估出错", en: "Error")
    }
  }
}
