// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// The first place at which a text stops being an expression.
struct SyntaxError: Error, Sendable {
  var id: String
  var message: LocalizedText
  var range: SourceRange
  /// What to write there instead, when there is one obvious repair.
  var replacement: String?

  init(_ id: String, _ message: LocalizedText, _ range: SourceRange, replacement: String? = nil) {
    self.id = id
    self.message = message
    self.range = range
    self.replacement = replacement
  }
}
