// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension Report {
  /// How a verdict is shown.
  package enum Grade: String, Codable, CaseIterable, Hashable, Sendable {
    /// As it should be.
    case good
    /// With gaps.
    case fair
    /// Not as it should be.
    case poor
    /// No verdict, such as when nothing was assessed.
    case none
  }
}
