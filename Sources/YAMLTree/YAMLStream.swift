// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What a source text holds: its documents, and everything wrong with it.
package struct YAMLStream: Sendable {
  /// The text that all ranges are of: the source as UTF-8 without a byte order mark.
  package let source: SourceText
  /// The documents in order; none in an empty source.
  package let documents: [YAMLDocument]
  /// What is wrong, in reading order.
  package let diagnostics: [Diagnostic]
}
