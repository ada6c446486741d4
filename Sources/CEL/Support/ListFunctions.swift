// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// The computations of the `lists` library.
enum ListFunctions {
  /// The most elements that a function makes from fewer: 1,000,000.
  static let maximumCount = 1_000_000

  /// Returns the elements with those of inner lists in their place, to a depth.
  static func flatten(_ list: CELList, depth: Int64) throws(FunctionFailure) -> [CELValue] {
    guard depth >= 0 else { throw .negativeDepth(depth) }
    var result: [CELValue] = []
    // Lists that are not yet walked to the end, the innermost last; no recursion, however deep.
    var open = [list.makeIterator()]
    var visited = 0
    while !open.isEmpty {
      guard let element = open[open.count - 1].next() else {
        open.removeLast()
        continue
      }
      visited += 1
      guard visited <= maximumCount else { throw .listTooLong }
      if case .list(let inner) = element, Int64(open.count) <= depth {
        open.append(inner.makeIterator())
      } else {
        result.append(element)
      }
    }
    return result
  }

  /// Returns the numbers from 0 to just before `end`, none for a negative one.
  static func range(_ end: Int64) throws(FunctionFailure) -> [CELValue] {
    guard end <= maximumCount else { throw .listTooLong }
    return (0..<max(end, 0)).map { .int($0) }
  }

  /// Returns the elements from `start` to just before `end`.
  static func slice(
    _ list: CELList, from start: Int64, to end: Int64
  ) throws(FunctionFailure) -> [CELValue] {
    guard start >= 0, end <= list.count, start <= end else {
      throw .invalidSlice(from: start, to: end, count: list.count)
    }
    return Array(list.elements[Int(start)..<Int(end)])
  }

  /// Returns the elements in ascending order of their keys; equal ones keep their order.
  ///
  /// The keys must be of one type that has an order; NaN comes first.
  static func sort(
    _ elements: [CELValue], by keys: [CELValue]
  ) throws(FunctionFailure) -> [CELValue] {
    guard let first = keys.first else { return [] }
    for key in keys {
      guard key.type == first.type else {
        throw .mixedSortKeys(first.type.runtimeName, key.type.runtimeName)
      }
      guard key.order(key) != nil else { throw .unorderedSortKey(key.type.runtimeName) }
    }
    let order = keys.indices.sorted { a, b in
      switch keys[a].order(keys[b]) {
      case .less: true
      case .unordered: isNaN(keys[a]) && !isNaN(keys[b])
      default: false
      }
    }
    return order.map { elements[$0] }
  }

  /// The units that sorting a number of elements costs.
  static func sortingCost(_ count: Int) -> Int {
    1 + count * (Int.bitWidth - count.leadingZeroBitCount)
  }

  private static func isNaN(_ value: CELValue) -> Bool { value.doubleValue?.isNaN == true }
}
