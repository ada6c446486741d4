// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Why an expression came to what it came to: the path that decided, with the facts on it.
///
/// A trace is made only when somebody asks, by evaluating once more. It is plain data with a stable
/// JSON form; renderers for terminals and pages work from it alone. It holds no sensitive value:
/// such values are replaced before they get here. Offsets are bytes of `expression`.
package struct Trace: Sendable, Hashable, Codable {
  /// What an expression or a part of it came to.
  package enum Outcome: String, Sendable, Hashable, Codable {
    case `true`
    case `false`
    /// A value that is not a truth value.
    case value
    /// No value: see `Step.failure`.
    case error
    /// Not known, because evidence is missing: see `Step.missing`.
    case unknown
  }

  /// What the expression came to: the same as its evaluation.
  package var outcome: Outcome
  /// The expression as written.
  package var expression: String
  /// Where the expression stands.
  package var place: Place
  /// The whole expression and below it what decided.
  package var root: Step
  /// The missing evidence, when the outcome is unknown.
  package var missing: [Missing]
  /// The error, when the outcome is one.
  package var failure: Failure?
  /// What would change the outcome, when a single comparison decided.
  package var counterfactual: LocalizedText?

  /// A place in a file, counted from 1.
  package struct Place: Sendable, Hashable, Codable {
    package var file: String
    package var line: Int
    package var column: Int
  }

  /// A half-open range of bytes of the expression.
  package struct Range: Sendable, Hashable, Codable {
    package var start: Int
    package var end: Int
  }

  /// Evidence that was not collected.
  package struct Missing: Sendable, Hashable, Codable {
    /// The name of the evidence.
    package var evidence: String
    /// The variable that stands for it.
    package var variable: String
    /// The place of the variable in the expression.
    package var range: Range
  }

  /// Why there is no value.
  package struct Failure: Sendable, Hashable, Codable {
    package var code: EvaluationError.Code
    /// The broken rule in one phrase.
    package var message: LocalizedText
    /// The part of the expression that failed, such as `backup.lastTest`.
    package var range: Range
    /// What lacks the key or field, as written, such as `backup`.
    package var holder: String?
    /// Where that part stands in the file.
    package var place: Place
    /// The keys or fields that there are instead.
    package var available: [String]
    /// What was probably meant.
    package var suggestion: String?
    /// The likely repair of the rule, in one phrase.
    package var fix: LocalizedText?
  }
}
