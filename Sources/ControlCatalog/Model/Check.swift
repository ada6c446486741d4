// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import CEL
package import Diagnostics
package import EvidenceModel

/// One rule or question inside a control.
package struct Check: Sendable {
  /// How an assessor would do it, in the terms of GB/T 28448.
  package enum Method: String, Sendable, CaseIterable, Codable {
    /// Talking with the persons concerned (访谈).
    case interview
    /// Looking at documents, configurations and places (核查).
    case examine
    /// Making the system act and comparing what happens (测试).
    case test
  }

  /// A piece of evidence that a rule reads.
  package struct Evidence: Sendable {
    /// The name of the variable in the rule.
    package let name: String
    /// What is collected.
    package let query: EvidenceQuery
    /// The type that the collector declares.
    package let type: RecordType
    /// Where the query is written.
    package let span: SourceSpan
  }

  /// What a check comes to when its evidence does not exist on the asset.
  package enum Absence: String, Sendable, CaseIterable {
    /// The duty is broken by the absence.
    case fail
    /// The duty is kept by the absence.
    case pass
    /// The duty has no object here.
    case notApplicable = "not_applicable"
    /// Nobody can tell.
    case notReviewed = "not_reviewed"
  }

  /// What the rule looks at.
  package enum Input: Sendable {
    /// What collectors read from an asset.
    case evidence([Evidence])
    /// What a person answers.
    case question(Question)
  }

  /// The name inside the control.
  package let id: String
  /// What is looked at, for people.
  package let title: LocalizedText
  /// How it is done.
  package let method: Method
  /// What the rule looks at.
  package let input: Input
  /// What must hold.
  package let expectation: Rule
  /// What absence means.
  package let onAbsent: Absence
  /// What a failure means, for people.
  package let message: LocalizedText?
  /// Where the check is defined.
  package let span: SourceSpan

  /// Whether collectors alone decide it.
  package var isAutomated: Bool {
    if case .evidence = input { true } else { false }
  }

  /// The evidence that it reads; empty for a question.
  package var evidence: [Evidence] {
    if case .evidence(let evidence) = input { evidence } else { [] }
  }

  /// The question that it asks; `nil` for a check on evidence.
  package var question: Question? {
    if case .question(let question) = input { question } else { nil }
  }
}
