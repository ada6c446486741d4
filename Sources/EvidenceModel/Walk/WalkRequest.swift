// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Chronology

/// What is looked for below a folder of a host.
///
/// Requests are plain data, so that one walk can serve many of them.
package struct WalkRequest: Sendable, Hashable {
  /// The absolute path of the folder; a link at its end is followed, none below is.
  package var root: String
  /// What must be true of what is found.
  package var filter: WalkFilter
  /// How many levels below the folder are looked at; 1 is what the folder holds itself.
  package var depth: Int
  /// Whether file systems that are mounted below are looked at.
  package var crossesMounts: Bool
  /// Patterns of paths that are left out with all below them; `*` matches `/` too.
  package var exclusions: [String]
  /// How many of those found are given.
  package var limit: Int

  package init(
    root: String, filter: WalkFilter = WalkFilter(), depth: Int = .max, crossesMounts: Bool = false,
    exclusions: [String] = [], limit: Int = 1_000
  ) {
    self.root = root
    self.filter = filter
    self.depth = depth
    self.crossesMounts = crossesMounts
    self.exclusions = exclusions
    self.limit = limit
  }
}

/// What must be true of what a walk finds; all of it.
package struct WalkFilter: Sendable, Hashable {
  /// Patterns of names, of which one must match; any name when there are none.
  package var names: [String] = []
  /// What it must be; anything when empty.
  package var kinds: Set<FileStatus.Kind> = []
  /// Permission bits of which one must be set; links have no permissions of their own.
  package var anyPermissions = 0
  /// Permission bits that must all be set.
  package var allPermissions = 0
  /// The numbers of owners; any when `nil`.
  package var userIDs: Set<Int64>?
  /// The numbers of owners that are left out.
  package var excludedUserIDs: Set<Int64> = []
  /// The size in bytes.
  package var sizes: ClosedRange<Int64> = 0...Int64.max
  /// It must have been written after this.
  package var modifiedAfter: Instant?
  /// It must have been written before this.
  package var modifiedBefore: Instant?

  package init() {}

  /// Whether something in a folder fits.
  func matches(_ entry: DirectoryEntry) -> Bool {
    let status = entry.status
    guard kinds.isEmpty || kinds.contains(status.kind) else { return false }
    if anyPermissions | allPermissions != 0 {
      guard status.kind != .symlink,
        anyPermissions == 0 || status.permissions & anyPermissions != 0,
        status.permissions & allPermissions == allPermissions
      else { return false }
    }
    guard userIDs?.contains(status.userID) ?? true, !excludedUserIDs.contains(status.userID),
      sizes.contains(status.size)
    else { return false }
    if let modifiedAfter, status.modified <= modifiedAfter { return false }
    if let modifiedBefore, status.modified >= modifiedBefore { return false }
    return names.isEmpty || names.contains { NamePattern.matches(entry.name, $0) }
  }
}

/// Something in a folder, links not followed.
package struct DirectoryEntry: Sendable, Hashable {
  /// The name.
  package var name: String
  /// What it is; of a link without its target.
  package var status: FileStatus
  /// The number of the file system that it is on; 0 where the host does not tell.
  package var device: UInt64

  package init(name: String, status: FileStatus, device: UInt64 = 0) {
    self.name = name
    self.status = status
    self.device = device
  }
}

/// What a walk found.
package struct WalkResult: Sendable, Hashable {
  /// Something that fits.
  package struct Match: Sendable, Hashable {
    /// The absolute path.
    package var path: String
    /// What it is, of a link with its target.
    package var status: FileStatus
  }

  /// Those that fit, in the order of the walk, up to the limit.
  package var matches: [Match] = []
  /// How many fit.
  package var count = 0
  /// How many were looked at.
  package var visited = 0
  /// Folders that could not be looked into, up to 100.
  package var unreadable: [String] = []
  /// How many folders could not be looked into.
  package var unreadableCount = 0
}
