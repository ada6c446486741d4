// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// The limits that stop hostile input; each has its own diagnostic.
package struct YAMLLimits: Sendable, Hashable {
  /// The most collections inside one another, aliases followed; `nesting-limit`.
  package var nesting = 100
  /// The most bytes of a source after transcoding to UTF-8; `size-limit`.
  package var size = 64 << 20
  /// The most nodes of a source as written; `node-limit`. A node takes 20 bytes.
  package var nodes = 8_000_000
  /// The most nodes that the aliases of a source stand for, a long text counting as one node for
  /// every 64 bytes; `alias-limit`.
  package var aliasedNodes = 1_000_000
  /// The most syntax errors after which reading starts anew at the next key or document.
  package var syntaxErrors = 20
  /// The most diagnostics that are kept.
  package var diagnostics = 1_000

  package init() {}

  /// The size limit, never above what 32-bit offsets allow.
  var sourceSize: Int { min(size, SourceText.maximumSize) }
}
