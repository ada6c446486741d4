// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// What a condition came to for each of many elements, with the places of those worth showing.
struct Census {
  var total = 0
  var holding: [Int] = []
  var breaking: [Int] = []
  var failing: [Int] = []
  var unknown: [Int] = []
  var holdingCount = 0
  var breakingCount = 0
  var failingCount = 0
  var unknownCount = 0
  /// The elements that meet most operands of the condition, best first, with their number.
  var nearest: [(index: Int, met: Int)] = []
  var missing: UnknownSet?
  var firstError: Stop?

  /// Notes an element that meets some operands of the condition.
  mutating func note(near index: Int, met: Int, limit: Int) {
    guard nearest.count < limit || met > (nearest.last?.met ?? 0) else { return }
    let place = nearest.firstIndex { $0.met < met } ?? nearest.count
    nearest.insert((index, met), at: place)
    if nearest.count > limit { nearest.removeLast() }
  }
}
