// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Report {
  /// What was assessed.
  package struct Scope: Codable, Hashable, Sendable {
    /// What the organisation said about itself.
    package var facts: [Fact]
    /// The assets, the organisation itself first.
    package var assets: [Asset]
    /// Where the scope ends.
    package var boundary: LocalizedText?
    /// Population, sample and how it was drawn.
    package var selection: LocalizedText?
    /// Controls left out.
    package var exclusions: [Exclusion]

    package init(
      facts: [Fact] = [],
      assets: [Asset] = [],
      boundary: LocalizedText? = nil,
      selection: LocalizedText? = nil,
      exclusions: [Exclusion] = []
    ) {
      self.facts = facts
      self.assets = assets
      self.boundary = boundary
      self.selection = selection
      self.exclusions = exclusions
    }
  }
}
