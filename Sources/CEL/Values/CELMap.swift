// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Values by key; keys are truth values, integers and strings.
///
/// A map whose keys are all strings has a shape, which it shares with its like.
package final class CELMap: @unchecked Sendable {
  // Sendable: the values are written by the initializers only and freed by `deinit` only.

  /// The keys when all are strings.
  let shape: Shape?
  /// The number of the shape; one that no shape has when there is none.
  let shapeIdentifier: UInt64
  /// The values in the order of the keys.
  let base: UnsafeMutablePointer<CELValue>
  /// The number of entries.
  package let count: Int
  /// The keys in order when there is no shape.
  private let mixedKeys: [CELValue]
  /// The places of the keys when there is no shape.
  private let places: [MapKey: Int]

  /// The map without entries.
  package static let empty = CELMap(shape: Shape(keys: []), values: [])

  /// A map with string keys that has one value for each key of a shape.
  init(shape: Shape, values: [CELValue]) {
    precondition(shape.keys.count == values.count)
    self.shape = shape
    shapeIdentifier = shape.identifier
    count = values.count
    mixedKeys = []
    places = [:]
    base = CELMap.allocate(values)
  }

  /// A map from entries in order; throws for two equal keys and for a key of another type.
  package init(
    _ entries: [(key: CELValue, value: CELValue)], shapes: ShapeTable? = nil
  ) throws(FunctionFailure) {
    count = entries.count
    if let keys = CELMap.distinctStringKeys(entries) {
      let shape = shapes?.shape(keys) ?? Shape(keys: keys)
      self.shape = shape
      shapeIdentifier = shape.identifier
      mixedKeys = []
      places = [:]
    } else {
      shape = nil
      shapeIdentifier = .max
      mixedKeys = entries.map(\.key)
      places = try CELMap.places(of: mixedKeys)
    }
    base = CELMap.allocate(entries.map(\.value))
  }

  deinit {
    base.deinitialize(count: count)
    base.deallocate()
  }

  /// The keys in order.
  package var keys: [CELValue] { shape.map { $0.keys.map { .string($0) } } ?? mixedKeys }

  /// The entries in order.
  package var entries: [(key: CELValue, value: CELValue)] {
    keys.enumerated().map { ($1, base[$0]) }
  }

  /// Returns the key at a place from 0, which must exist.
  func key(at place: Int) -> CELValue {
    shape.map { .string($0.keys[place]) } ?? mixedKeys[place]
  }

  /// Returns the value of a key, or `nil` when there is none; numbers match across types.
  package subscript(key: CELValue) -> CELValue? {
    place(of: key).map { base[$0] }
  }

  /// Returns the place of a key, or `nil` when there is none.
  func place(of key: CELValue) -> Int? {
    if let shape {
      guard case .string(let name) = key else { return nil }
      return shape.place(of: name)
    }
    return MapKey(key).flatMap { places[$0] }
  }

  /// Returns the place of a string key, or `nil` when there is none.
  func place(of name: CELString) -> Int? {
    shape.map { $0.place(of: name) } ?? places[.string(name)]
  }

  private static func allocate(_ values: [CELValue]) -> UnsafeMutablePointer<CELValue> {
    let base = UnsafeMutablePointer<CELValue>.allocate(capacity: max(values.count, 1))
    _ = UnsafeMutableBufferPointer(start: base, count: values.count).initialize(from: values)
    return base
  }

  /// Returns the keys when all are strings and none occurs twice.
  private static func distinctStringKeys(
    _ entries: [(key: CELValue, value: CELValue)]
  ) -> [CELString]? {
    var keys: [CELString] = []
    keys.reserveCapacity(entries.count)
    for entry in entries {
      guard case .string(let name) = entry.key else { return nil }
      keys.append(name)
    }
    if keys.count <= 8 {
      for i in keys.indices where keys[..<i].contains(keys[i]) { return nil }
      return keys
    }
    return Set(keys).count == keys.count ? keys : nil
  }

  private static func places(of keys: [CELValue]) throws(FunctionFailure) -> [MapKey: Int] {
    var places: [MapKey: Int] = [:]
    for (place, key) in keys.enumerated() {
      if case .double = key { throw .invalidMapKey(key) }
      guard let normal = MapKey(key) else { throw .invalidMapKey(key) }
      guard places.updateValue(place, forKey: normal) == nil else { throw .duplicateMapKey(key) }
    }
    return places
  }
}

/// A map key in the form in which equal keys of different number types are the same.
private enum MapKey: Hashable {
  case bool(Bool)
  case int(Int64)
  /// A number beyond `Int64.max`.
  case uint(UInt64)
  case string(CELString)

  init?(_ value: CELValue) {
    switch value {
    case .bool(let truth): self = .bool(truth)
    case .int(let number): self = .int(number)
    case .uint(let number): self = Int64(exactly: number).map { .int($0) } ?? .uint(number)
    case .double(let number):
      if let whole = Int64(exactly: number) {
        self = .int(whole)
      } else if let whole = UInt64(exactly: number) {
        self = .uint(whole)
      } else {
        return nil
      }
    case .string(let text): self = .string(text)
    default: return nil
    }
  }
}
