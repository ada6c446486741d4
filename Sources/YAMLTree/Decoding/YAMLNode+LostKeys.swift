// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension YAMLNode {
  /// Whether a mapping may have been meant to have a key that it lacks: a key that it has is a
  /// misspelling of it, or a syntax error cut the mapping short.
  package func mayHaveLost(_ key: String) -> Bool {
    if kind != .mapping || isTruncated || isPlaceholder { return true }
    if self[key] != nil { return false }
    return pairs.contains {
      $0.key.kind == .scalar && SpellingSuggestion.nearest(to: $0.key.text, in: [key]) != nil
    }
  }
}
