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

  /// A failure with a message from `FunctionMessages.swift`.
  package init(_ message: LocalizedText) {
    self.message = message
  }
}
