// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension Parser {
  /// Adds a call, or the macro that it is by its name and the number of its arguments.
  mutating func addCall(
    _ call: Expression.Call, from start: UInt32
  ) throws(SyntaxError) -> Expression.ID {
    let kind = options.expandsMacros ? try macro(call) : nil
    return try add(kind ?? .call(call), from: start)
  }

  private mutating func macro(_ call: Expression.Call) throws(SyntaxError) -> Expression.Kind? {
    guard let target = call.target else {
      return call.function == "has" && call.arguments.count == 1 && !call.isRooted
        ? try has(call.arguments[0]) : nil
    }
    if case .identifier("cel", _) = nodes[target].kind { return try celMacro(call) }
    switch (call.function, call.arguments.count) {
    case ("all", 2): return try comprehension(.all, call, target)
    case ("all", 3): return try comprehension(.all, call, target, variables: 2)
    case ("exists", 2): return try comprehension(.exists, call, target)
    case ("exists", 3): return try comprehension(.exists, call, target, variables: 2)
    case ("exists_one", 2), ("existsOne", 2): return try comprehension(.existsOne, call, target)
    case ("exists_one", 3), ("existsOne", 3):
      return try comprehension(.existsOne, call, target, variables: 2)
    case ("filter", 2): return try comprehension(.filter, call, target)
    case ("sortBy", 2): return try comprehension(.sortBy, call, target)
    case ("map", 2), ("map", 3): return try comprehension(.map, call, target)
    case ("transformList", 3), ("transformList", 4):
      return try comprehension(.transformList, call, target, variables: 2)
    case ("transformMap", 3), ("transformMap", 4):
      return try comprehension(.transformMap, call, target, variables: 2)
    case ("transformMapEntry", 3), ("transformMapEntry", 4):
      return try comprehension(.transformMapEntry, call, target, variables: 2)
    case ("optMap", 2), ("optFlatMap", 2):
      let variable = try variable(call.arguments[0], of: call.function)
      return .optionalMap(
        target: target, variable, body: call.arguments[1], isFlat: call.function == "optFlatMap")
    default: return nil
    }
  }

  private func has(_ argument: Expression.ID) throws(SyntaxError) -> Expression.Kind {
    guard case .select(let select) = nodes[argument].kind, !select.isOptional else {
      throw .hasArgument(nodes[argument].range)
    }
    return .has(select)
  }

  private func comprehension(
    _ macro: Expression.Comprehension.Macro, _ call: Expression.Call, _ target: Expression.ID,
    variables: Int = 1
  ) throws(SyntaxError) -> Expression.Kind {
    let first = try variable(call.arguments[0], of: call.function)
    var second: Expression.Variable?
    if variables == 2 {
      let variable = try variable(call.arguments[1], of: call.function)
      if variable.name == first.name { throw .repeatedMacroVariable(first.name, variable.range) }
      second = variable
    }
    let rest = call.arguments[variables...]
    if macro == .transformMapEntry, !isPossibleMap(rest.last!) {
      throw .transformEntry(nodes[rest.last!].range)
    }
    return .comprehension(
      Expression.Comprehension(
        macro: macro, name: call.function, nameRange: call.functionRange, target: target,
        first: first, second: second, condition: rest.count == 2 ? rest.first : nil,
        body: rest.last!))
  }

  private func isPossibleMap(_ id: Expression.ID) -> Bool {
    switch nodes[id].kind {
    case .literal, .list: false
    default: true
    }
  }

  /// Returns the variable that an argument of a macro declares.
  private func variable(
    _ id: Expression.ID, of macro: String
  ) throws(SyntaxError) -> Expression.Variable {
    guard case .identifier(let name, isRooted: false) = nodes[id].kind else {
      throw .macroVariable(macro, nodes[id].range)
    }
    return Expression.Variable(name: name, range: nodes[id].range)
  }

  // MARK: cel.bind and blocks

  private mutating func celMacro(_ call: Expression.Call) throws(SyntaxError) -> Expression.Kind? {
    if call.function == "bind", call.arguments.count == 3 {
      let variable = try variable(call.arguments[0], of: "cel.bind")
      return .bind(variable, value: call.arguments[1], body: call.arguments[2])
    }
    guard options.understandsBlocks else { return nil }
    if call.function == "block", call.arguments.count == 2 { return try block(call) }
    return blockVariable(call)
  }

  /// Returns `cel.block([a, b], body)` as variables bound one inside the other.
  private mutating func block(_ call: Expression.Call) throws(SyntaxError) -> Expression.Kind? {
    guard case .list(let elements) = nodes[call.arguments[0]].kind else { return nil }
    var body = call.arguments[1]
    var kind = nodes[body].kind
    for (index, element) in elements.enumerated().reversed() {
      let range = nodes[element.value].range
      let variable = Expression.Variable(name: "@index:\(index)", range: range)
      kind = .bind(variable, value: element.value, body: body)
      if index > 0 { body = try add(kind, from: nodes[body].range.start) }
    }
    return kind
  }

  /// Returns the name that `cel.index(0)`, `cel.iterVar(0, 0)` or `cel.accuVar(0, 0)` stands for.
  private func blockVariable(_ call: Expression.Call) -> Expression.Kind? {
    let numbers = call.arguments.compactMap { id in
      if case .literal(.int(let number)) = nodes[id].kind { String(number) } else { nil }
    }
    guard numbers.count == call.arguments.count else { return nil }
    switch (call.function, numbers.count) {
    case ("index", 1), ("iterVar", 2), ("accuVar", 2):
      return .identifier("@\(call.function):" + numbers.joined(separator: ":"), isRooted: false)
    default: return nil
    }
  }
}
