// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Values in order.
///
/// The elements have a fixed address, so that evaluation can point at them instead of copying.
package final class CELList: @unchecked Sendable {
  // Sendable: the elements are written by the initializer only and freed by `deinit` only.

  /// The elements.
  let base: UnsafeMutablePointer<CELValue>
  /// The number of elements.
  package let count: Int

  /// The list without elements.
  package static let empty = CELList([])

  package init(_ elements: some Collection<CELValue>) {
    count = elements.count
    base = .allocate(capacity: Swift.max(count, 1))
    let buffer = UnsafeMutableBufferPointer(start: base, count: count)
    let (_, written) = buffer.initialize(from: elements)
    precondition(written == count, "a collection has as many elements as it says")
  }

  deinit {
    base.deinitialize(count: count)
    base.deallocate()
  }

  /// The elements as an array, copied.
  package var elements: [CELValue] { Array(UnsafeBufferPointer(start: base, count: count)) }
}

extension CELList: Sequence {
  /// The element at an index from 0, which must exist.
  package subscript(index: Int) -> CELValue {
    precondition(index >= 0 && index < count)
    return base[index]
  }

  /// Walks through the elements, keeping the list alive.
  package struct Iterator: IteratorProtocol {
    private let list: CELList
    private var next_ = 0

    init(_ list: CELList) {
      self.list = list
    }

    package mutating func next() -> CELValue? {
      guard next_ < list.count else { return nil }
      defer { next_ += 1 }
      return list.base[next_]
    }
  }

  package func makeIterator() -> Iterator { Iterator(self) }

  package var underestimatedCount: Int { count }
}
