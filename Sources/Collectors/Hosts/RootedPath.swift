// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Walks a path one name at a time within a folder that stands for the root of a machine.
///
/// No name is ever resolved by the system: each is opened without following links, and a link is
/// read and walked here. So neither a link nor someone who swaps a folder for a link meanwhile can
/// lead out. A step above the root, harmless on a machine of its own, is refused: the file that is
/// meant lies elsewhere.
struct RootedPath {
  /// The most links that are followed on one path, as in Linux.
  private static let maximumLinks = 40

  /// The path as the host knows it.
  private let name: String
  /// The names that are still to be walked, the next one last.
  private var rest: [String]
  /// The open folders from the root down to the current one.
  private var folders: [Int32]
  private var linkCount = 0

  /// Opens a path within a root folder.
  ///
  /// - Parameters:
  ///   - path: the absolute path of the host.
  ///   - root: the number of the open root folder.
  ///   - followLinks: whether a link at the end is followed.
  static func open(_ path: String, root: Int32, followLinks: Bool) throws(HostError) -> OpenPlace {
    guard path.utf8.first == UInt8(ascii: "/"), !path.utf8.contains(0) else {
      throw HostError(.notFound, path)
    }
    var walk = RootedPath(name: path, rest: names(of: path), folders: [root])
    defer { walk.closeFolders(above: 1) }
    return try walk.openLast(followLinks: followLinks)
  }

  private static func names(of path: String) -> [String] {
    path.split(separator: "/", omittingEmptySubsequences: true).reversed().map(String.init)
  }

  private mutating func openLast(followLinks: Bool) throws(HostError) -> OpenPlace {
    while let next = rest.popLast() {
      if next == "." { continue }
      if next == ".." {
        guard folders.count > 1 else { throw HostError(.outsideRoot, name) }
        closeFolders(above: folders.count - 1)
        continue
      }
      let current = folders[folders.count - 1]
      let place = try OpenPlace.open(next, in: current, name: name, followLinks: false)
      let kind = try place.status(name: name).kind
      if kind == .symlink, followLinks || !rest.isEmpty {
        try follow(try place.linkTarget(name: name))
      } else if rest.isEmpty {
        return place
      } else if kind == .directory {
        let folder = dup(place.descriptor)
        guard folder >= 0 else { throw HostError(errno: errno, name) }
        folders.append(folder)
      } else {
        throw HostError(.notFound, name)
      }
    }
    return try OpenPlace.open(".", in: folders[folders.count - 1], name: name, followLinks: false)
  }

  private mutating func follow(_ target: String) throws(HostError) {
    linkCount += 1
    guard linkCount <= Self.maximumLinks else {
      throw HostError(.failed, name, detail: CollectorMessages.tooManyLinks(Self.maximumLinks))
    }
    guard !target.isEmpty else { throw HostError(.notFound, name) }
    if target.utf8.first == UInt8(ascii: "/") { closeFolders(above: 1) }
    rest += Self.names(of: target)
  }

  /// Closes the folders that were opened below a depth; the root belongs to the host.
  private mutating func closeFolders(above depth: Int) {
    while folders.count > depth { _ = close(folders.removeLast()) }
  }
}
