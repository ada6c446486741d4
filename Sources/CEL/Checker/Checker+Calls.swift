// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension Checker {
  /// Returns the type of a call and notes the overloads that fit.
  mutating func call(_ id: Expression.ID, _ call: Expression.Call) -> CELType {
    if let target = call.target, let (prefix, isRooted) = qualifiedName(target),
      let overloads = function(prefix + "." + call.function, isRooted: isRooted)
    {
      let candidates = overloads.filter { !$0.isMember }
      return resolve(id, call, call.arguments, candidates, isQualified: true)
    }
    let arguments = (call.target.map { [$0] } ?? []) + call.arguments
    guard let overloads = function(call.function, isRooted: call.isRooted) else {
      for argument in arguments { _ = check(argument) }
      unknownFunction(call)
      references[id] = .function([], isQualified: false)
      return .error
    }
    let candidates = overloads.filter { $0.isMember == (call.target != nil) }
    return resolve(id, call, arguments, candidates, isQualified: false)
  }

  private func function(_ name: String, isRooted: Bool) -> [Overload]? {
    if environment.container.isEmpty { return environment.functions.functions[name] }
    for candidate in environment.candidates(for: name, isRooted: isRooted) {
      if let overloads = environment.functions.functions[candidate] { return overloads }
    }
    return nil
  }

  private mutating func unknownFunction(_ call: Expression.Call) {
    let known = environment.functions.functions.keys.sorted() + environment.functions.macros
    let plain = known.filter { $0.utf8.first.map(\.isIdentifierStart) ?? false }
    report(
      CheckerMessages.unknownFunction(call.function), at: call.functionRange,
      didYouMean: SpellingSuggestion.nearest(to: call.function, in: plain))
  }

  private mutating func resolve(
    _ id: Expression.ID, _ call: Expression.Call, _ arguments: [Expression.ID],
    _ candidates: [Overload], isQualified: Bool
  ) -> CELType {
    let types = arguments.map { check($0) }
    let arity = candidates.filter { $0.takes(arguments.count) }
    if isLenient {
      references[id] = .function(arity, isQualified: isQualified)
      return .dyn
    }
    var fitting: [Overload] = []
    var result: CELType?
    for overload in arity {
      let (parameters, resultType) =
        overload.hasTypeParameters
        ? inference.instantiate(overload) : (overload.parameters, overload.result)
      guard inference.assign(types, to: overload.spread(parameters, over: types.count)) else {
        continue
      }
      fitting.append(overload)
      let type = inference.resolve(resultType)
      if result == nil {
        result = type
      } else if result != type {
        result = .dyn
      }
    }
    references[id] = .function(fitting, isQualified: isQualified)
    if let result { return result }
    report(
      CheckerMessages.noOverload(
        call.function, types.map { inference.resolve($0) },
        isMember: call.target != nil && !isQualified,
        candidates: candidates), at: call.functionRange)
    return .error
  }
}

extension Overload {
  /// Whether the overload takes a number of arguments.
  func takes(_ count: Int) -> Bool {
    isVariadic ? count >= parameters.count : count == parameters.count
  }

  /// Returns the type wanted for each argument: the last parameter is repeated when variadic.
  func spread(_ parameters: [CELType], over count: Int) -> [CELType] {
    guard isVariadic, let last = parameters.last else { return parameters }
    return parameters + [CELType](repeating: last, count: count - parameters.count)
  }

  /// Whether the types have parameters that each call settles anew.
  var hasTypeParameters: Bool { result.hasParameter || parameters.contains(where: \.hasParameter) }
}
