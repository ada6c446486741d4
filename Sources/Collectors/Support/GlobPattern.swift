// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Shell patterns over paths: `*`, `?` and `[…]` within a name, a leading dot matched only by a dot.
enum GlobPattern {
  /// Whether a text holds a sign of a pattern.
  static func isPattern(_ text: String) -> Bool { text.utf8.contains { "*?[".utf8.contains($0) } }

  /// Whether a name matches a pattern.
  static func matches(_ name: String, _ pattern: String) -> Bool {
    fnmatch(pattern, name, FNM_PERIOD) == 0
  }

  /// Returns the paths of a host that match, in the order of their bytes; a path without signs of a
  /// pattern stands for itself, whether it exists or not.
  ///
  /// - Throws: when a folder on the way may not be read.
  static func expand(_ pattern: String, on host: any Host) async throws(HostError) -> [String] {
    guard isPattern(pattern) else { return [pattern] }
    var paths = [""]
    for name in pattern.split(separator: "/").map(String.init) {
      guard isPattern(name) else {
        paths = paths.map { "\($0)/\(name)" }
        continue
      }
      var next: [String] = []
      for folder in paths {
        let names = try await host.listIfPresent(folder.isEmpty ? "/" : folder)
        next += names.filter { matches($0, name) }.map { "\(folder)/\($0)" }
      }
      paths = next
    }
    var existing: [String] = []
    for path in paths where try await host.exists(path) { existing.append(path) }
    return existing
  }
}
