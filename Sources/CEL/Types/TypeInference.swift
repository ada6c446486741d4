// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// What the checker has found out about type parameters.
///
/// Typing is gradual: `dyn` fits everywhere, and a parameter that is met with two types takes the
/// more general of them.
struct TypeInference {
  /// What stands for a parameter, by its name; names with `%` are fresh ones.
  private var substitutions: [String: CELType] = [:]
  private var freshCount = 0

  /// Returns a type parameter that is used nowhere else.
  mutating func fresh() -> CELType {
    freshCount += 1
    return .parameter("%\(freshCount)")
  }

  /// Returns an overload's types with fresh parameters in the place of its own.
  mutating func instantiate(_ overload: Overload) -> (parameters: [CELType], result: CELType) {
    var renamed: [String: CELType] = [:]
    let types = (overload.parameters + [overload.result]).map { instantiate($0, &renamed) }
    return (Array(types.dropLast()), types[types.count - 1])
  }

  private mutating func instantiate(
    _ type: CELType, _ renamed: inout [String: CELType]
  ) -> CELType {
    guard case .parameter(let name) = type else {
      return type.mapParameters { instantiate($0, &renamed) }
    }
    if let known = renamed[name] { return known }
    let parameter = fresh()
    renamed[name] = parameter
    return parameter
  }

  /// Returns a type with what is known in the place of parameters.
  ///
  /// Parameters of which nothing is known become `dyn` when the expression is finished.
  func resolve(_ type: CELType, finished: Bool = false) -> CELType {
    if case .parameter(let name) = type {
      if let known = substitutions[name] { return resolve(known, finished: finished) }
      return finished ? .dyn : type
    }
    return type.mapParameters { resolve($0, finished: finished) }
  }

  /// Whether values of some types can be given where others are wanted; learns from it when so.
  mutating func assign(_ types: [CELType], to wanted: [CELType]) -> Bool {
    let saved = substitutions
    for (type, target) in zip(types, wanted) where !isAssignable(type, target) {
      substitutions = saved
      return false
    }
    return true
  }

  /// Returns a type for values of both, or `nil` when only `dyn` would do.
  mutating func join(_ a: CELType, _ b: CELType) -> CELType? {
    assign([a], to: [b]) ? TypeInference.moreGeneral(a, b) : nil
  }

  private mutating func isAssignable(_ type: CELType, _ target: CELType) -> Bool {
    if case .parameter(let name) = target {
      let (isValid, wasKnown) = substitute(type, for: name)
      if isValid || wasKnown { return isValid }
    }
    if case .parameter(let name) = type { return substitute(target, for: name).isValid }
    switch (type, target) {
    case (.dyn, _), (_, .dyn), (.error, _), (_, .error): return true
    case (.null, let other), (let other, .null): return other.isNullable
    case (.list(let a), .list(let b)), (.optional(let a), .optional(let b)):
      return isAssignable(a, b)
    case (.type, .type): return true
    case (.map(let key, let value), .map(let otherKey, let otherValue)):
      return isAssignable(key, otherKey) && isAssignable(value, otherValue)
    case (.abstract(let a, let parameters), .abstract(let b, let others)):
      guard a == b, parameters.count == others.count else { return false }
      return zip(parameters, others).allSatisfy { isAssignable($0, $1) }
    default: return type == target
    }
  }

  private mutating func substitute(
    _ type: CELType, for name: String
  ) -> (isValid: Bool, wasKnown: Bool) {
    if type == .parameter(name) { return (true, true) }
    guard let known = substitutions[name] else {
      if occurs(name, in: type) { return (false, false) }
      substitutions[name] = type
      return (true, false)
    }
    if type == known { return (true, true) }
    guard isAssignable(type, known) else { return (false, true) }
    let general = TypeInference.moreGeneral(type, known)
    if !occurs(name, in: general) { substitutions[name] = general }
    return (true, true)
  }

  private func occurs(_ name: String, in type: CELType) -> Bool {
    if case .parameter(let other) = type {
      return other == name || (substitutions[other].map { occurs(name, in: $0) } ?? false)
    }
    return type.parameters.contains { occurs(name, in: $0) }
  }

  private static func moreGeneral(_ a: CELType, _ b: CELType) -> CELType {
    isAtLeastAsGeneral(a, b) ? a : b
  }

  private static func isAtLeastAsGeneral(_ a: CELType, _ b: CELType) -> Bool {
    switch (a, b) {
    case (.dyn, _), (.error, _), (.parameter, _): return true
    case (_, .dyn), (_, .error), (_, .parameter), (.null, _): return false
    case (_, .null): return true
    default:
      return zip(a.parameters, b.parameters).allSatisfy { isAtLeastAsGeneral($0, $1) }
    }
  }
}

extension CELType {
  /// The types inside the type.
  var parameters: [CELType] {
    switch self {
    case .list(let inner), .type(let inner), .optional(let inner): [inner]
    case .map(let key, let value): [key, value]
    case .abstract(_, let parameters): parameters
    default: []
    }
  }

  /// Returns the type with each type inside it replaced.
  func mapParameters(_ transform: (CELType) -> CELType) -> CELType {
    switch self {
    case .list(let inner): .list(transform(inner))
    case .type(let inner): .type(transform(inner))
    case .optional(let inner): .optional(transform(inner))
    case .map(let key, let value): .map(transform(key), transform(value))
    case .abstract(let name, let parameters) where !parameters.isEmpty:
      .abstract(name, parameters.map(transform))
    default: self
    }
  }

  /// Whether `null` can stand where a value of the type is wanted.
  var isNullable: Bool {
    switch self {
    case .null, .dyn, .error, .parameter, .timestamp, .duration, .optional, .record, .abstract: true
    default: false
    }
  }

  /// Whether the type has a part of which only evaluation knows the type.
  var hasParameter: Bool {
    if case .parameter = self { return true }
    return parameters.contains(where: \.hasParameter)
  }
}
