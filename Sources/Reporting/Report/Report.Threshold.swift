// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Report {
  /// A lower bound of a band of the rate.
  package struct Threshold: Codable, Hashable, Sendable {
    /// The bound in per cent.
    package var percent: Int
    /// What a rate above it comes to.
    package var verdict: LocalizedText

    package init(
      percent: Int,
      verdict: LocalizedText
    ) {
      self.percent = percent
      self.verdict = verdict
    }
  }
}
