// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import YAMLTree

/// A named, versioned set of controls.
package struct CatalogInfo: Sendable {
  /// The name, which is also the folder's.
  package let id: String
  /// The title.
  package let title: LocalizedText
  /// What it covers.
  package let description: LocalizedText
  /// The version, as MAJOR.MINOR.PATCH.
  package let version: String
  /// The names of its controls in the order of reports.
  package let controls: [Located<String>]
}
