// Plumbline
// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What a query reads and runs at most, told before anything is read.
package struct ReadingPlan: Sendable, Hashable {
  /// Paths and shell patterns of paths, each of which may be looked at, read, or listed.
  ///
  /// `*`, `?` and `[…]` stand within a name; `**` as the last name stands for everything below. The
  /// folders whose names a pattern is matched against are listed too.
  package var paths: [String]
  /// The commands that run on a running system.
  package var commands: [ReadOnlyCommand]
  /// The files whose own include lines lead to further files.
  package var followed: [String]

  package init(
    _ paths: [String] = [], commands: [ReadOnlyCommand?] = [], followed: [String] = []
  ) {
    self.paths = paths
    self.commands = commands.compactMap { $0 }
    self.followed = followed
  }

  /// Whether a path is among those of the plan.
  package func covers(_ path: String) -> Bool {
    let names = path.split(separator: "/")
    return paths.contains { Self.covers(names, $0.split(separator: "/")) }
  }

  private static func covers(_ names: [Substring], _ pattern: [Substring]) -> Bool {
    for (index, name) in names.enumerated() {
      guard index < pattern.count else { return false }
      if pattern[index] == "**" { return true }
      guard fnmatch(String(pattern[index]), String(name), 0) == 0 else { return false }
    }
    // A folder that stands before a pattern is listed to find what matches.
    return names.count == pattern.count
      || pattern[names.count].utf8.contains { "*?[".utf8.contains($0) }
  }

  /// Returns the plan with that of another part of the work.
  package func merging(_ other: ReadingPlan) -> ReadingPlan {
    var merged = self
    merged.paths += other.paths
    merged.commands += other.commands
    merged.followed += other.followed
    return merged
  }
}

extension HostIdentity {
  /// What is read to tell who a host is.
  package static let readingPlan = ReadingPlan([
    "/proc/sys/kernel/hostname", "/etc/hostname", "/etc/machine-id", "/etc/os-release",
    "/usr/lib/os-release",
  ])
}
