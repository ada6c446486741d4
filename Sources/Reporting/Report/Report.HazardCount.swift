// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension Report {
  /// Major hazards, counted before rectification.
  package struct HazardCount: Codable, Hashable, Sendable {
    /// Those found.
    package var found: Int
    /// Of these, those mended since.
    package var rectified: Int

    package init(
      found: Int,
      rectified: Int
    ) {
      self.found = found
      self.rectified = rectified
    }
  }
}
