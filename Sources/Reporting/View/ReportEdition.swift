// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// For whom a report is rendered; the ids in it are the same in every edition.
package enum ReportEdition: String, CaseIterable, Sendable {
  /// Everything, for an assessor.
  case full
  /// A few pages for management.
  case summary
  /// What to do and why, for engineers.
  case remediation
  /// A short text for a change under review.
  case ci

  /// The sections of the edition, in order.
  var sections: [ReportSection] {
    switch self {
    case .full: ReportSection.allCases
    case .summary:
      [.statement, .control, .summary, .domains, .plan, .limits, .signatures, .glossary]
    case .remediation: [.summary, .findings, .plan, .limits, .evidence, .glossary]
    case .ci: [.summary, .findings]
    }
  }
}
