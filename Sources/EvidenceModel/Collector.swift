// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import CEL
package import Diagnostics

/// What reads one kind of evidence from a host.
///
/// A collector talks to the machine only through the host, changes nothing, and reads no more than
/// its arguments ask for. It declares the type of what it returns, so that a rule with a misspelt
/// field is found before any host is asked. What is not there is `absent`, what may not be read is
/// `denied`; never does it make up a value. A collector of a plain file works over every host; one
/// that needs a running system throws `unsupported` with the reason when `isLive` is false. It
/// returns soon after its task is cancelled.
package protocol Collector: Sendable {
  /// What the collector reads and returns.
  var description: CollectorDescription { get }

  /// What a query with these arguments reads and runs at most.
  func plan(for arguments: CollectorArguments) -> ReadingPlan

  /// Returns the walks that collecting will ask the host for, so that one walk can serve all
  /// queries of a plan; none by default.
  func walks(_ arguments: CollectorArguments, on host: any Host) async -> [WalkRequest]

  /// Reads the evidence.
  ///
  /// - Parameters:
  ///   - arguments: the arguments of the query, checked and with defaults filled in.
  ///   - host: the machine.
  /// - Throws: why there is no value.
  func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
}

extension Collector {
  package func walks(_ arguments: CollectorArguments, on host: any Host) async -> [WalkRequest] {
    []
  }
}

/// What a collector reads and returns, for checking rules and for the reference.
package struct CollectorDescription: Sendable {
  /// The name that queries use, in kebab-case.
  package var id: String
  /// The version of what it returns and how it reads, from 1.
  package var version: Int
  /// What evidence it gives, in one sentence.
  package var summary: LocalizedText
  /// The arguments it takes.
  package var arguments: [ArgumentDescription]
  /// The type of what it returns.
  package var output: RecordType
  /// What it may do only as the superuser.
  package var privileges: LocalizedText
  /// Which files it reads and which commands it runs.
  package var reads: LocalizedText
  /// Arguments of an example.
  package var exampleArguments: [String: EvidenceValue]
  /// What the example gives.
  package var example: EvidenceValue
  /// The time in milliseconds that a query may take where that is more than the usual.
  package var timeLimit: Int?

  package init(
    id: String, version: Int = 1, summary: LocalizedText, arguments: [ArgumentDescription] = [],
    output: RecordType, privileges: LocalizedText, reads: LocalizedText,
    exampleArguments: [String: EvidenceValue] = [:], example: EvidenceValue, timeLimit: Int? = nil
  ) {
    self.id = id
    self.version = version
    self.summary = summary
    self.arguments = arguments
    self.output = output
    self.privileges = privileges
    self.reads = reads
    self.exampleArguments = exampleArguments
    self.example = example
    self.timeLimit = timeLimit
  }

  /// Returns what is wrong with the arguments of a query, in the order of their names.
  package func problems(in arguments: [String: EvidenceValue]) -> [ArgumentProblem] {
    CollectorArguments.problems(in: arguments, self.arguments)
  }
}

/// The collectors by id.
package struct CollectorRegistry: Sendable {
  private let collectors: [String: any Collector]

  /// A registry of collectors with distinct ids.
  package init(_ collectors: [any Collector]) {
    self.collectors = Dictionary(collectors.map { ($0.description.id, $0) }) { first, _ in first }
  }

  /// The collector of an id.
  package subscript(id: String) -> (any Collector)? { collectors[id] }

  /// The descriptions in the order of their ids.
  package var descriptions: [CollectorDescription] {
    collectors.values.map(\.description).sorted { $0.id < $1.id }
  }
}
