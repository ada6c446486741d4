// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// The reason why a library function has no answer for its arguments.
///
/// The same reason is an evaluation error when the argument is computed, and a diagnostic at the
/// argument when it is a literal.
package struct FunctionFailure: Error, Sendable, Hashable {
  /// The broken rule, in one phrase.
  package var message: LocalizedText
  /// The kind of error that it becomes.
  package var code: EvaluationError.Code

  /// A failure with a message from `FunctionMessages.swift`.
  package init(
    _ message: LocalizedText, code: EvaluationError.Code = .invalidArgument
  ) {
    self.message = message
    self.code = code
  }
}
