// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Compiled patterns by their text, for patterns that an expression computes.
///
/// Constant patterns are compiled once with their expression and need no cache.
final class RegularExpressionCache: Sendable {
  /// The cache of the process: what it holds never changes an answer, only its speed.
  static let shared = RegularExpressionCache(capacity: 64)

  private let capacity: Int
  private let entries = Mutex<[String: RegularExpression]>([:])

  /// A cache that holds at most `capacity` patterns and starts anew when it is full.
  init(capacity: Int) {
    self.capacity = capacity
  }

  /// The number of patterns held.
  var count: Int { entries.withLock { $0.count } }

  /// Returns the compiled pattern; throws when it is not valid.
  func expression(for pattern: String) throws(FunctionFailure) -> RegularExpression {
    if let known = entries.withLock({ $0[pattern] }), known.pattern.utf8.elementsEqual(pattern.utf8)
    {
      return known
    }
    let compiled = try RegularExpression(pattern)
    entries.withLock { entries in
      if entries.count >= capacity { entries.removeAll(keepingCapacity: true) }
      entries[pattern] = compiled
    }
    return compiled
  }
}
