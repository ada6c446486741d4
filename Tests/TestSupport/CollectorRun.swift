// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
package import EvidenceModel

/// Carries out single queries with the collectors of the program.
package enum CollectorRun {
  /// Returns the observation of one query.
  package static func observe(
    _ collector: String, _ arguments: [String: EvidenceValue] = [:], on host: any Host
  ) async -> Observation {
    let collection = EvidenceCollection(
      registry: Collectors.registry, clock: FixedClock.now, timeLimit: 600_000)
    let query = EvidenceQuery(collector: collector, arguments: arguments)
    let observations = await collection.run(plan: [query], asset: "test", on: host)
    guard let observation = observations.first else { fatalError("a query gives an observation") }
    return observation
  }
}
