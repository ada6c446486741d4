// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension Report {
  /// How often a method was used.
  package struct MethodCount: Codable, Hashable, Sendable {
    /// The method.
    package var method: Method
    /// Checks of this method.
    package var checks: Int
    /// Of these, those that came to a verdict.
    package var decided: Int

    package init(
      method: Method,
      checks: Int,
      decided: Int
    ) {
      self.method = method
      self.checks = checks
      self.decided = decided
    }
  }
}
