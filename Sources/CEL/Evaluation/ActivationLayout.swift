// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The names of an activation in the order in which they were bound.
final class ActivationLayout: Sendable {
  /// The layout without names, from which all others grow.
  static let empty = ActivationLayout(places: [:])

  private static let nextIdentifier = Atomic<UInt64>(1)
  /// The number of layouts that are shared with later activations.
  private static let capacity = 1_024

  /// A number that no other layout of this process has; never 0.
  let identifier: UInt64
  /// The place of each name.
  let places: [String: Int]
  private let next = Mutex<[String: ActivationLayout]>([:])

  private init(places: [String: Int]) {
    identifier = ActivationLayout.nextIdentifier.add(1, ordering: .relaxed).oldValue
    self.places = places
  }

  /// Returns the layout with one name more.
  func adding(_ name: String) -> ActivationLayout {
    next.withLock { next in
      if let known = next[name] { return known }
      var places = self.places
      places[name] = places.count
      let layout = ActivationLayout(places: places)
      if layout.identifier < ActivationLayout.capacity { next[name] = layout }
      return layout
    }
  }
}
