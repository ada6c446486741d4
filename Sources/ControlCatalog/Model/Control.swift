// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A duty with all that is needed to assess it: law, checks, verdict, remedy, examples.
package struct Control: Sendable {
  /// How the checks make the outcome.
  package enum Verdict: Sendable {
    /// Every check must hold.
    case all
    /// One check that holds is enough.
    case any
    /// An expression over the checks' names as booleans.
    case rule(Rule)
  }

  /// How a failure is mended.
  package struct Remediation: Sendable {
    /// The size of the work.
    package enum Effort: String, Sendable, CaseIterable, Codable, Comparable {
      /// Done within a day.
      case hours
      /// Done within a week or two.
      case days
      /// A project.
      case weeks

      package static func < (a: Effort, b: Effort) -> Bool {
        allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
      }
    }

    /// The exact setting, or the document to write.
    package let text: LocalizedText
    /// The size of the work.
    package let effort: Effort
  }

  /// What a failure exposes to.
  package struct Risk: Sendable {
    /// What may happen.
    package let threat: LocalizedText
    /// How often the threat comes, on the scale of five of GB/T 20984: 5 at least weekly, 4 at least
    /// monthly, 3 more than once in half a year, 2 rarely, 1 almost never.
    package let likelihood: Int
  }

  /// The name, such as `DAT-LOG-01`.
  package let id: String
  /// The catalog that it belongs to.
  package let catalog: String
  /// The duty as a headline.
  package let title: LocalizedText
  /// The duty.
  package let statement: LocalizedText
  /// The harm that the duty prevents.
  package let rationale: LocalizedText
  /// What it is drawn from, the most direct first.
  package let requirements: [RequirementCitation]
  /// What it is assessed for.
  package let subject: Subject
  /// When it applies; always when `nil`.
  package let appliesWhen: Rule?
  /// How much harm a failure lets through.
  package let severity: Severity
  /// The importance in scores: 1 general, 2 important, 3 key.
  package let weight: Int
  /// Whether the remedy may wait for a later period.
  package let isDeferrable: Bool
  /// What a profile or an assessment may set.
  package let parameters: [Parameter]
  /// The rules and questions, in the order of the report.
  package let checks: [Check]
  /// How the checks make the outcome.
  package let verdict: Verdict
  /// How a failure is mended.
  package let remediation: Remediation
  /// What a failure exposes to.
  package let risk: Risk
  /// Evidence for which it passes, and evidence for which it does not.
  package let examples: [Example]
  /// Where it is defined.
  package let span: SourceSpan

  /// Whether collectors alone decide it.
  package var isAutomated: Bool { checks.allSatisfy(\.isAutomated) }
}
