// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The keys of an object in order, shared by all objects that have the same keys.
///
/// A field is found once per shape, not once per object: evaluation remembers, where a field is
/// read, the shape it met last and the field's place in it.
package final class Shape: Sendable {
  private static let nextIdentifier = Atomic<UInt64>(1)

  /// A number that no other shape of this process has; never 0.
  let identifier: UInt64
  /// The keys in order.
  package let keys: [CELString]
  /// The places of the keys when there are too many to look at each; empty otherwise.
  private let places: [CELString: Int]

  /// A shape with keys, which must be distinct.
  init(keys: [CELString]) {
    identifier = Shape.nextIdentifier.add(1, ordering: .relaxed).oldValue
    self.keys = keys
    var places: [CELString: Int] = [:]
    if keys.count > 8 {
      for (place, key) in keys.enumerated() { places[key] = place }
    }
    self.places = places
  }

  /// Returns the place of a key, or `nil` when the objects do not have it.
  func place(of key: CELString) -> Int? {
    if keys.count > 8 { return places[key] }
    return keys.firstIndex { $0 == key }
  }
}

/// The shapes of objects that are made together, such as those of one evidence file.
package final class ShapeTable: Sendable {
  /// The number of shapes kept; further ones are not shared, so that hostile data costs no memory.
  private static let capacity = 4_096

  private let shapes = Mutex<[[CELString]: Shape]>([:])

  package init() {}

  /// Returns the shape with the keys, which must be distinct.
  func shape(_ keys: [CELString]) -> Shape {
    shapes.withLock { shapes in
      if let known = shapes[keys] { return known }
      let shape = Shape(keys: keys)
      if shapes.count < ShapeTable.capacity { shapes[keys] = shape }
      return shape
    }
  }
}
