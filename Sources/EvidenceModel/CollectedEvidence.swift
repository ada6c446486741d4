// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What a collector read: a value with its sources and origins.
package struct CollectedEvidence: Sendable {
  /// The value, of the type that the collector declares.
  package var value: EvidenceValue
  /// The files and commands that were read.
  package var trail: EvidenceTrail

  package init(_ value: EvidenceValue, _ trail: EvidenceTrail) {
    self.value = value
    self.trail = trail
  }
}

/// Keeps account of what was read while a collector works.
package struct EvidenceTrail: Sendable {
  /// The files and commands that were read, in order.
  package private(set) var sources: [EvidenceSource] = []
  /// Where the parts of the value were read.
  package var origins: [Origin] = []
  /// The access paths of texts that are secret whatever they look like.
  package var secretPaths: Set<[String]> = []

  package init() {}

  /// Notes a source and returns its index; a source that was noted before keeps its index.
  @discardableResult
  package mutating func add(_ source: EvidenceSource) -> Int {
    if let index = sources.firstIndex(of: source) { return index }
    sources.append(source)
    return sources.count - 1
  }

  /// Notes a file that was read and returns its index.
  @discardableResult
  package mutating func add(_ file: HostFile) -> Int { add(file.source) }

  /// Notes a command that was run and returns its index.
  @discardableResult
  package mutating func add(_ command: ReadOnlyCommand, _ output: CommandOutput) -> Int {
    add(
      EvidenceSource(
        .command, command.line, sha256: SHA256Digest.hexadecimal(of: output.output),
        size: Int64(output.output.count)))
  }

  /// Notes where the part of the value at an access path was read.
  package mutating func origin(_ path: [String], source: Int, line: Int? = nil) {
    origins.append(Origin(path, source: source, line: line))
  }
}

/// Why a collector has no value.
package struct CollectionFailure: Error, Sendable {
  /// What became of the query; never `collected`.
  package var status: ObservationStatus
  /// Why, in one sentence.
  package var reason: LocalizedText
  /// The files and commands that were read before.
  package var trail: EvidenceTrail

  package init(
    _ status: ObservationStatus, _ reason: LocalizedText, trail: EvidenceTrail = EvidenceTrail()
  ) {
    self.status = status
    self.reason = reason
    self.trail = trail
  }

  /// The failure that a refusal of the host comes to.
  package init(_ error: HostError) { self.init(error.status, error.message) }
}
