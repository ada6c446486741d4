// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension Report {
  /// What an asset means to the business.
  package enum Importance: String, Codable, CaseIterable, Hashable, Sendable {
    /// Key.
    case key
    /// Important.
    case important
    /// General.
    case general
  }
}
