// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Report {
  /// What one collector did.
  package struct CollectorUse: Codable, Hashable, Sendable {
    /// The collector.
    package var id: String
    /// What it reads.
    package var summary: LocalizedText
    /// Its version.
    package var version: String
    /// What it was asked.
    package var queries: Int
    /// Of these, what it brought.
    package var collected: Int

    package init(
      id: String,
      summary: LocalizedText,
      version: String,
      queries: Int,
      collected: Int
    ) {
      self.id = id
      self.summary = summary
      self.version = version
      self.queries = queries
      self.collected = collected
    }
  }
}
