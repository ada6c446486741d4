// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Values without repetition, equal as `==` of the language says.
///
/// Texts, truth values and numbers are hashed; other values are compared one by one.
struct ValueSet {
  private enum Key: Hashable {
    case bool(Bool)
    /// A number that is an `Int64`.
    case int(Int64)
    /// A whole number beyond `Int64.max`.
    case uint(UInt64)
    /// Any other number but NaN.
    case double(Double)
    case string(CELString)
  }

  private var keys: Set<Key> = []
  private var others: [CELValue] = []

  /// The values of a list.
  init(_ values: some Sequence<CELValue> = []) {
    for value in values { insert(value) }
  }

  /// Whether an equal value is in the set; never for NaN, which is equal to nothing.
  func contains(_ value: CELValue) -> Bool {
    if let key = ValueSet.key(value) { return keys.contains(key) }
    return others.contains { $0.isEqual(to: value) }
  }

  /// Adds a value; returns whether no equal value was there.
  @discardableResult
  mutating func insert(_ value: CELValue) -> Bool {
    if let key = ValueSet.key(value) { return keys.insert(key).inserted }
    if contains(value) { return false }
    others.append(value)
    return true
  }

  private static func key(_ value: CELValue) -> Key? {
    switch value {
    case .bool(let truth): return .bool(truth)
    case .string(let text): return .string(text)
    case .int(let number): return .int(number)
    case .uint(let number): return Int64(exactly: number).map { .int($0) } ?? .uint(number)
    case .double(let number):
      if let whole = Int64(exactly: number) { return .int(whole) }
      if let whole = UInt64(exactly: number) { return .uint(whole) }
      return number.isNaN ? nil : .double(number)
    default: return nil
    }
  }
}
