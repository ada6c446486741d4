// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Report {
  /// Against what was assessed, and how.
  package struct Basis: Codable, Hashable, Sendable {
    /// Laws and standards.
    package var sources: [Source]
    /// How often each method was used.
    package var methods: [MethodCount]
    /// What read the evidence.
    package var collectors: [CollectorUse]
    /// The course of the assessment, and where it left the plan.
    package var procedure: LocalizedText?

    package init(
      sources: [Source] = [],
      methods: [MethodCount] = [],
      collectors: [CollectorUse] = [],
      procedure: LocalizedText? = nil
    ) {
      self.sources = sources
      self.methods = methods
      self.collectors = collectors
      self.procedure = procedure
    }
  }
}
