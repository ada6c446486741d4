// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// The sections of a report in reading order; the raw value names the template and the wording.
enum ReportSection: String, CaseIterable {
  case statement, control
  case summary, scope, basis, domains, findings, risks, waivers, plan, limits, signatures
  case law, records, evidence, glossary

  /// How the section is numbered.
  var numbering: Numbering {
    switch self {
    case .control, .statement: .none
    case .law, .records, .evidence, .glossary: .letter
    default: .number
    }
  }

  /// How a section is numbered.
  enum Numbering {
    case none, number, letter
  }
}
