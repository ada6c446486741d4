// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Walks the files of a host for many requests at once: no folder is read twice.
struct FileWalk {
  /// The most things that are looked at.
  private static let visitLimit = 20_000_000
  /// How many paths of unreadable folders are kept for each request.
  private static let unreadableLimit = 100

  /// A folder that is still to be read.
  private struct Folder {
    /// The absolute path; empty for the root of the host.
    let path: String
    /// The requests that want it, with its depth below their roots and their file system.
    var wishes: [Wish]
  }

  /// A request's wish for a folder.
  private struct Wish {
    /// The index of the request.
    let request: Int
    /// How deep the folder lies below the request's root.
    let depth: Int
    /// The file system of the request's root; 0 where the host does not tell.
    let device: UInt64
  }

  private let host: any Host
  private let requests: [WalkRequest]
  private let roots: [String]
  private var results: [Result<WalkResult, HostError>]
  private var started: Set<Int> = []
  private var visited = 0

  private init(_ requests: [WalkRequest], on host: any Host) {
    self.host = host
    self.requests = requests
    roots = requests.map { Self.normalized($0.root) }
    results = requests.map { _ in .success(WalkResult()) }
  }

  /// Returns what the requests come to, in their order.
  static func run(_ requests: [WalkRequest], on host: any Host) async
    -> [Result<WalkResult, HostError>]
  {
    var walk = FileWalk(requests, on: host)
    // A folder comes before those below it, so that one walk serves both.
    let order = requests.indices.sorted {
      (walk.roots[$0].utf8.count, $0) < (walk.roots[$1].utf8.count, $1)
    }
    for index in order where !walk.started.contains(index) {
      await walk.walk(from: walk.roots[index])
    }
    return walk.results
  }

  /// A path without empty names and without a slash at its end; empty for the root.
  private static func normalized(_ path: String) -> String {
    path.split(separator: "/").map { "/\($0)" }.joined()
  }

  private mutating func walk(from root: String) async {
    let indexes = requests.indices.filter { roots[$0] == root && !started.contains($0) }
    started.formUnion(indexes)
    let path = root.isEmpty ? "/" : root
    let device = await host.device(of: path)
    var stack = [
      Folder(
        path: root, wishes: indexes.map { Wish(request: $0, depth: 0, device: device) })
    ]
    while let folder = stack.popLast() {
      guard !Task.isCancelled else {
        for index in indexes { results[index] = .failure(HostError(.timedOut, path)) }
        return
      }
      await visit(folder, &stack)
    }
  }

  private mutating func visit(_ folder: Folder, _ stack: inout [Folder]) async {
    let entries: [DirectoryEntry]
    do {
      entries = try await host.entries(in: folder.path.isEmpty ? "/" : folder.path)
    } catch {
      // A folder that is gone meanwhile was not there; at the root of a request it is an error.
      for wish in folder.wishes {
        if wish.depth == 0 {
          results[wish.request] = .failure(error)
        } else if error.code != .notFound {
          update(wish.request) { result in
            result.unreadableCount += 1
            if result.unreadable.count < Self.unreadableLimit {
              result.unreadable.append(folder.path)
            }
          }
        }
      }
      return
    }
    visited += entries.count
    guard visited <= Self.visitLimit else {
      for wish in folder.wishes {
        results[wish.request] = .failure(HostError(.tooLarge, requests[wish.request].root))
      }
      return
    }
    for wish in folder.wishes { update(wish.request) { $0.visited += entries.count } }
    var below: [Folder] = []
    for entry in entries {
      let path = "\(folder.path)/\(entry.name)"
      let wishes = folder.wishes.filter { isIncluded(path, $0) }
      for wish in wishes where requests[wish.request].filter.matches(entry) {
        await add(path, entry, to: wish.request)
      }
      guard entry.status.kind == .directory else { continue }
      let further = self.wishes(below: path, entry, wishes)
      if !further.isEmpty { below.append(Folder(path: path, wishes: further)) }
    }
    // The last of the stack is next, so that folders come in the order of their names.
    stack += below.reversed()
  }

  private func isIncluded(_ path: String, _ wish: Wish) -> Bool {
    !requests[wish.request].exclusions.contains { NamePattern.matches(path, $0) }
  }

  /// The wishes for a folder: those for the one above that go on, and those that start here.
  private mutating func wishes(below path: String, _ entry: DirectoryEntry, _ wishes: [Wish])
    -> [Wish]
  {
    var further = wishes.compactMap { wish -> Wish? in
      let request = requests[wish.request]
      let isElsewhere = entry.device != wish.device && entry.device != 0 && wish.device != 0
      guard wish.depth + 1 < request.depth, request.crossesMounts || !isElsewhere else {
        return nil
      }
      return Wish(request: wish.request, depth: wish.depth + 1, device: wish.device)
    }
    // A request for a folder that nobody else wants to look into starts a walk of its own.
    guard !further.isEmpty else { return [] }
    for index in requests.indices where roots[index] == path && !started.contains(index) {
      started.insert(index)
      further.append(Wish(request: index, depth: 0, device: entry.device))
    }
    return further
  }

  private mutating func add(_ path: String, _ entry: DirectoryEntry, to request: Int) async {
    let isFull = (try? results[request].get().matches.count >= requests[request].limit) ?? true
    var status = entry.status
    if !isFull, status.kind == .symlink, status.linkTarget == nil {
      status.linkTarget = try? await host.status(of: path, followLinks: false).linkTarget
    }
    update(request) { result in
      result.count += 1
      if !isFull { result.matches.append(WalkResult.Match(path: path, status: status)) }
    }
  }

  /// Changes a result in place, so that its lists are not copied.
  private mutating func update(_ request: Int, _ change: (inout WalkResult) -> Void) {
    guard case .success(var result) = results[request] else { return }
    results[request] = .success(WalkResult())
    change(&result)
    results[request] = .success(result)
  }
}
