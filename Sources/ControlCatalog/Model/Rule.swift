// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import CEL
package import Diagnostics

/// An expression of a catalog, compiled.
package struct Rule: Sendable {
  /// The expression as its author wrote it.
  package let text: EmbeddedText
  /// The expression ready to run.
  package let program: Program
}
