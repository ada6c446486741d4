// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import EvidenceModel

/// Plants secrets where one collector reads.
///
/// Each secret of the corpus is planted in turn, under its own name (`secret.name`), where people
/// put such things in that kind of file: in a value, in a comment, on a command line.
struct SecretRow: Sendable, CustomStringConvertible {
  /// The id of the collector.
  let collector: String
  /// The arguments of the query.
  let arguments: [String: EvidenceValue]
  /// Whether the value would hold the secret, so that a redaction must be on record.
  let showsText: Bool
  /// Returns a host with a secret in it.
  let plant: @Sendable (PlantedSecret) -> MemoryHost

  /// - Parameters:
  ///   - collector: the id of the collector.
  ///   - arguments: the arguments of the query; those of its example when left out.
  ///   - showsText: whether the value would hold the secret; `false` for a collector that reads past
  ///     it, which must then not show it in errors and sources either.
  ///   - plant: returns a host with a secret in it.
  init(
    _ collector: String, _ arguments: [String: EvidenceValue]? = nil, showsText: Bool = true,
    _ plant: @escaping @Sendable (PlantedSecret) -> MemoryHost
  ) {
    self.collector = collector
    self.arguments =
      arguments ?? Collectors.registry[collector]?.description.exampleArguments ?? [:]
    self.showsText = showsText
    self.plant = plant
  }

  var description: String { collector }
}

/// The rows of all collectors; each file `SecretRows+<Topic>.swift` has those of its folder.
enum SecretRows {
  static let all: [SecretRow] = files + records + services + system
}
