// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Synchronization

/// Work that is spread over the processors.
enum Concurrently {
  /// Returns what elements are made into, in their order; several are made at a time.
  static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    let results = Mutex([Result?](repeating: nil, count: elements.count))
    DispatchQueue.concurrentPerform(iterations: elements.count) { index in
      let result = transform(elements[index])
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}
