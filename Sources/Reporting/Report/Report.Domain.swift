// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Report {
  /// The result of one catalog.
  package struct Domain: Codable, Hashable, Sendable {
    /// The catalog.
    package var id: String
    /// Its title.
    package var title: LocalizedText
    /// Its controls by outcome, each asset counted.
    package var counts: OutcomeCounts
    /// Met out of applicable.
    package var rate: Rate
    /// Decided out of applicable.
    package var coverage: Rate

    package init(
      id: String,
      title: LocalizedText,
      counts: OutcomeCounts,
      rate: Rate,
      coverage: Rate
    ) {
      self.id = id
      self.title = title
      self.counts = counts
      self.rate = rate
      self.coverage = coverage
    }
  }
}
