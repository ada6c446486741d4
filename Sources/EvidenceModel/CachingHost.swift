// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// A host that asks another one each thing only once, so that all collectors see the same file.
///
/// Two collectors that want the same thing at the same time wait for the same answer.
package struct CachingHost: Host {
  private let base: any Host
  private let answers = Answers()

  package init(_ base: any Host) { self.base = base }

  package var identity: HostIdentity { get async { await base.identity } }
  package var isLive: Bool { base.isLive }
  package var isPrivileged: Bool { base.isPrivileged }

  package func read(_ path: String, limit: Int) async throws(HostError) -> HostFile {
    let base = base
    return try await answers.file(path, limit) {
      await Result.of { () async throws(HostError) in try await base.read(path, limit: limit) }
    }.get()
  }

  package func status(of path: String, followLinks: Bool) async throws(HostError) -> FileStatus {
    try await base.status(of: path, followLinks: followLinks)
  }

  package func list(_ directory: String) async throws(HostError) -> [String] {
    try await base.list(directory)
  }

  package func entries(in directory: String) async throws(HostError) -> [DirectoryEntry] {
    try await base.entries(in: directory)
  }

  package func device(of path: String) async -> UInt64 { await base.device(of: path) }

  package func extendedAttribute(_ name: String, of path: String) async throws(HostError)
    -> [UInt8]?
  {
    try await base.extendedAttribute(name, of: path)
  }

  /// Says which walks will be asked for, so that the first of them walks for all.
  package func announce(_ requests: [WalkRequest]) async { await answers.announce(requests) }

  package func walk(_ requests: [WalkRequest]) async -> [Result<WalkResult, HostError>] {
    let base = base
    let known = await answers.walk(requests) { await base.walk($0) }
    return requests.map { known[$0] ?? .failure(HostError(.failed, $0.root)) }
  }

  package func run(_ command: ReadOnlyCommand) async throws(HostError) -> CommandOutput {
    let base = base
    return try await answers.output(command) {
      await Result.of { () async throws(HostError) in try await base.run(command) }
    }.get()
  }

  /// The answers that were given or are awaited.
  private actor Answers {
    private struct Reading: Hashable {
      let path: String
      let limit: Int
    }

    private var files: [Reading: Task<Result<HostFile, HostError>, Never>] = [:]
    private var outputs: [ReadOnlyCommand: Task<Result<CommandOutput, HostError>, Never>] = [:]

    /// Starts a piece of work of its own: within the actor all would run one after the other.
    private static func start<Answer: Sendable>(
      _ work: @escaping @concurrent @Sendable () async -> Answer
    ) -> Task<Answer, Never> {
      Task.detached(executorPreference: BlockingExecutor.shared, operation: work)
    }

    private var announced: [WalkRequest] = []
    private var walks: [WalkRequest: Task<[WalkRequest: Result<WalkResult, HostError>], Never>] =
      [:]

    func announce(_ requests: [WalkRequest]) { announced += requests }

    func walk(
      _ requests: [WalkRequest],
      _ walk:
        @escaping @concurrent @Sendable ([WalkRequest]) async
        -> [Result<WalkResult, HostError>]
    ) async -> [WalkRequest: Result<WalkResult, HostError>] {
      let missing = requests.filter { walks[$0] == nil }
      if !missing.isEmpty {
        // Whoever asks first walks for all that were announced, each request once.
        let all = Array(Set(missing + announced.filter { walks[$0] == nil }))
        let task = Self.start {
          let results = await walk(all)
          return Dictionary(zip(all, results)) { first, _ in first }
        }
        for request in all { walks[request] = task }
      }
      var known: [WalkRequest: Result<WalkResult, HostError>] = [:]
      for request in requests { known[request] = await walks[request]?.value[request] }
      return known
    }

    func file(
      _ path: String, _ limit: Int,
      _ read: @escaping @concurrent @Sendable () async -> Result<HostFile, HostError>
    ) async -> Result<HostFile, HostError> {
      let key = Reading(path: path, limit: limit)
      let task = files[key] ?? Self.start(read)
      files[key] = task
      return await task.value
    }

    func output(
      _ command: ReadOnlyCommand,
      _ run: @escaping @concurrent @Sendable () async -> Result<CommandOutput, HostError>
    ) async -> Result<CommandOutput, HostError> {
      let task = outputs[command] ?? Self.start(run)
      outputs[command] = task
      return await task.value
    }
  }
}

extension Result where Failure == HostError, Success: Sendable {
  /// Returns what a piece of work gives or throws.
  fileprivate static func of(_ work: @Sendable () async throws(HostError) -> Success) async -> Self
  {
    do {
      return .success(try await work())
    } catch {
      return .failure(error)
    }
  }
}
