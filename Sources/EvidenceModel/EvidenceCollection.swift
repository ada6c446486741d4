// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Chronology
import CEL
import Diagnostics

/// Carries out a plan on a host: each query by itself, several at a time.
///
/// One observation comes back for each distinct query, whatever happens; a query that fails or
/// hangs touches no other. Only the queries of the plan are read.
package struct EvidenceCollection: Sendable {
  /// The collectors.
  package var registry: CollectorRegistry
  /// What gives the time.
  package var clock: @Sendable () -> Instant
  /// How many queries run at a time.
  package var parallelism: Int
  /// The time in milliseconds that one query may take.
  package var timeLimit: Int

  package init(
    registry: CollectorRegistry, clock: @escaping @Sendable () -> Instant, parallelism: Int = 8,
    timeLimit: Int = 30_000
  ) {
    self.registry = registry
    self.clock = clock
    self.parallelism = max(1, parallelism)
    self.timeLimit = timeLimit
  }

  /// Returns the observations of a plan in the order of their ids.
  ///
  /// - Parameters:
  ///   - plan: the queries.
  ///   - asset: the id of the asset that the host is.
  ///   - host: the machine; each file of it is read once.
  ///   - progress: is told each observation as soon as it is there.
  package func run(
    plan: [EvidenceQuery], asset: String, on host: any Host,
    progress: @Sendable (Observation) -> Void = { _ in }
  ) async -> [Observation] {
    let host = CachingHost(host)
    return await withTaskExecutorPreference(BlockingExecutor.shared) {
      await announceWalks(of: plan, on: host)
      return await run(Set(plan).sorted()[...], asset: asset, on: host, progress: progress)
    }
  }

  private func run(
    _ plan: ArraySlice<EvidenceQuery>, asset: String, on host: CachingHost,
    progress: @Sendable (Observation) -> Void
  ) async -> [Observation] {
    var queries = plan
    return await withTaskGroup(of: Observation.self) { group in
      for query in queries.prefix(parallelism) {
        group.addTask { await observe(query, of: asset, on: host) }
      }
      queries = queries.dropFirst(parallelism)
      var observations: [Observation] = []
      while let observation = await group.next() {
        progress(observation)
        observations.append(observation)
        if let query = queries.popFirst() {
          group.addTask { await observe(query, of: asset, on: host) }
        }
      }
      return observations.sorted { $0.id < $1.id }
    }
  }

  /// Tells the host all walks of a plan beforehand, so that the disk is walked once.
  private func announceWalks(of plan: [EvidenceQuery], on host: CachingHost) async {
    for query in Set(plan).sorted() {
      guard let collector = registry[query.collector],
        let arguments = try? CollectorArguments(query.arguments, collector.description.arguments)
      else { continue }
      await host.announce(await collector.walks(arguments, on: host))
    }
  }

  private func observe(_ query: EvidenceQuery, of asset: String, on host: any Host) async
    -> Observation
  {
    let start = clock()
    let outcome = await collectInTime(query, from: host)
    let end = clock()
    var redactor = Redactor()
    var observation = Observation(
      asset: asset, query: query, status: .failed,
      collectorVersion: registry[query.collector]?.description.version ?? 0, collectedAt: start,
      duration: max(0, start.milliseconds(until: end)))
    switch outcome {
    case .success(let evidence):
      observation.status = .collected
      observation.value = redactor.redact(
        evidence.value, secretPaths: evidence.trail.secretPaths)
      redactor.add(evidence.trail, to: &observation)
      if let output = registry[query.collector]?.description.output,
        let error = CELValue.shapeError(in: observation.value ?? .null, as: .record(output))
      {
        observation.status = .failed
        observation.value = nil
        observation.origins = []
        observation.reason = EvidenceMessages.brokenShape(error)
      }
    case .failure(let failure):
      observation.status = failure.status == .collected ? .failed : failure.status
      observation.reason = redactor.redact(failure.reason)
      redactor.add(failure.trail, to: &observation)
    }
    observation.redactions = redactor.redactions
    return observation
  }

  /// A thread that the system does not let go, as on a dead network file system, is left behind.
  private func collectInTime(_ query: EvidenceQuery, from host: any Host) async
    -> Result<CollectedEvidence, CollectionFailure>
  {
    let timeLimit = max(timeLimit, registry[query.collector]?.description.timeLimit ?? 0)
    return await FirstAnswer.race(
      { await collect(query, from: host) },
      {
        try? await Task.sleep(for: .milliseconds(timeLimit))
        let reason = EvidenceMessages.timedOut(milliseconds: timeLimit)
        return .failure(CollectionFailure(.timedOut, reason))
      })
  }

  private func collect(_ query: EvidenceQuery, from host: any Host) async
    -> Result<CollectedEvidence, CollectionFailure>
  {
    guard let collector = registry[query.collector] else {
      let reason = EvidenceMessages.unknownCollector(query.collector)
      return .failure(CollectionFailure(.unsupported, reason))
    }
    do {
      let arguments = try CollectorArguments(query.arguments, collector.description.arguments)
      return .success(try await collector.collect(arguments, from: host))
    } catch let failure as CollectionFailure {
      return .failure(failure)
    } catch let problems as ArgumentProblems {
      return .failure(CollectionFailure(.failed, problems.message))
    } catch {
      return .failure(
        CollectionFailure(.failed, LocalizedText(verbatim: String(describing: error))))
    }
  }
}

extension Redactor {
  /// Adds what was read to an observation, without the secrets in paths and command lines.
  fileprivate mutating func add(_ trail: EvidenceTrail, to observation: inout Observation) {
    observation.sources = trail.sources.map { source in
      var source = source
      source.name = redact(text: source.name)
      return source
    }
    // A name in an access path counts where it stands in the value.
    var names = Redactor()
    observation.origins = trail.origins.map { origin in
      var origin = origin
      origin.path = origin.path.map { names.redact(text: $0) }
      return origin
    }
  }
}

extension Instant {
  /// Returns the milliseconds from this instant until another.
  fileprivate func milliseconds(until end: Instant) -> Int64 {
    (end.seconds - seconds) * 1_000 + Int64(end.nanoseconds - nanoseconds) / 1_000_000
  }
}
