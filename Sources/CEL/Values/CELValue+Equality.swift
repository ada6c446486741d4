// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension CELValue {
  /// Whether the values are equal as `==` of the language says: numbers on one number line, values
  /// of different types unequal, NaN unequal to itself.
  package func isEqual(to other: CELValue) -> Bool {
    switch (self, other) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.int(let a), .int(let b)): a == b
    case (.string(let a), .string(let b)): a == b
    case (.bytes(let a), .bytes(let b)): a.octets == b.octets
    case (.timestamp(let a), .timestamp(let b)): a == b
    case (.duration(let a), .duration(let b)): a == b
    case (.type(let a), .type(let b)): a.runtimeName.utf8.elementsEqual(b.runtimeName.utf8)
    case (.list(let a), .list(let b)): a.isEqual(to: b)
    case (.map(let a), .map(let b)): a.isEqual(to: b)
    case (.record(let a), .record(let b)): a.isEqual(to: b)
    case (.optional(let a), .optional(let b)):
      switch (a.value, b.value) {
      case (nil, nil): true
      case (let a?, let b?): a.isEqual(to: b)
      default: false
      }
    case (.opaque(let a), .opaque(let b)): a.value.isEqual(to: b.value)
    default: numericOrder(other) == .equal
    }
  }

  /// Whether type and value are the same, apart from the order of map entries; NaN is the same as
  /// NaN, and 0.0 is not the same as -0.0.
  package func isIdentical(to other: CELValue) -> Bool {
    switch (self, other) {
    case (.double(let a), .double(let b)):
      return a.bitPattern == b.bitPattern || (a.isNaN && b.isNaN)
    case (.int, .uint), (.int, .double), (.uint, .int), (.uint, .double), (.double, .int),
      (.double, .uint):
      return false
    case (.list(let a), .list(let b)):
      return a.count == b.count && zip(a, b).allSatisfy { $0.isIdentical(to: $1) }
    case (.map(let a), .map(let b)):
      return a.count == b.count
        && a.entries.allSatisfy { entry in
          guard let place = b.place(of: entry.key) else { return false }
          return b.key(at: place).isIdentical(to: entry.key)
            && b.base[place].isIdentical(to: entry.value)
        }
    case (.optional(let a), .optional(let b)):
      switch (a.value, b.value) {
      case (nil, nil): return true
      case (let a?, let b?): return a.isIdentical(to: b)
      default: return false
      }
    default:
      return isEqual(to: other)
    }
  }
}

extension CELList {
  fileprivate func isEqual(to other: CELList) -> Bool {
    if count != other.count { return false }
    for index in 0..<count where !base[index].isEqual(to: other.base[index]) { return false }
    return true
  }
}

extension CELMap {
  fileprivate func isEqual(to other: CELMap) -> Bool {
    if count != other.count { return false }
    for place in 0..<count {
      guard let counterpart = other.place(of: key(at: place)),
        base[place].isEqual(to: other.base[counterpart])
      else { return false }
    }
    return true
  }
}

extension CELRecord {
  fileprivate func isEqual(to other: CELRecord) -> Bool {
    guard type.name == other.type.name, shape.keys.count == other.shape.keys.count else {
      return false
    }
    for (place, key) in shape.keys.enumerated() {
      guard let counterpart = other.shape.place(of: key),
        base[place].isEqual(to: other.base[counterpart])
      else { return false }
    }
    return true
  }
}
