// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Report {
  /// A named number.
  package struct Figure: Codable, Hashable, Sendable {
    /// What is counted.
    package var label: LocalizedText
    /// The number.
    package var value: Int

    package init(
      label: LocalizedText,
      value: Int
    ) {
      self.label = label
      self.value = value
    }
  }
}
