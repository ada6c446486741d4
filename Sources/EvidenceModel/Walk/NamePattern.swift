// Plumbline
// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Shell patterns over names and paths of walks: `*`, `?` and `[…]`.
enum NamePattern {
  /// Whether a name or path matches a pattern; `*` matches a leading dot and `/` too.
  static func matches(_ text: String, _ pattern: String) -> Bool { fnmatch(pattern, text, 0) == 0 }
}
