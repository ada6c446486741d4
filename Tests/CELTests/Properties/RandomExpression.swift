// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Writes random expressions over a few variables; most of them have a value.
struct RandomExpression {
  var random: SplitMix

  init(seed: UInt64) {
    random = SplitMix(seed: seed)
  }

  private mutating func pick<T>(_ choices: [T]) -> T {
    choices[Int(random.next() % UInt64(choices.count))]
  }

  /// Returns a condition.
  mutating func condition(_ depth: Int, _ locals: [String] = []) -> String {
    if depth == 0 {
      return pick(["true", "false", "p", "q", "missing", "broken", "1 / 0 == 1", "xs == []"])
    }
    let next = depth - 1
    switch random.next() % 12 {
    case 0, 1: return "\(condition(next, locals)) && \(condition(next, locals))"
    case 2, 3: return "(\(condition(next, locals)) || \(condition(next, locals)))"
    case 4: return "!(\(condition(next, locals)))"
    case 5:
      return
        "(\(condition(next, locals)) ? \(condition(next, locals)) : \(condition(next, locals)))"
    case 6, 7:
      let sign = pick(["==", "!=", "<", "<=", ">", ">="])
      return "\(number(next, locals)) \(sign) \(number(next, locals))"
    case 8, 9:
      let name = pick(["a", "b", "c"])
      let macro = pick(["all", "exists", "exists_one"])
      return "\(list(next, locals)).\(macro)(\(name), \(condition(next, locals + [name])))"
    case 10: return "\(number(next, locals)) in \(list(next, locals))"
    default:
      return "has(m.\(pick(["k", "z"]))) || m[\(pick(["'k'", "'z'"]))] == \(number(next, locals))"
    }
  }

  /// Returns a whole number.
  mutating func number(_ depth: Int, _ locals: [String]) -> String {
    if depth <= 0 { return pick(["0", "1", "-3", "n", "-9223372036854775808"] + locals) }
    let next = depth - 1
    switch random.next() % 7 {
    case 0, 1:
      return "(\(number(next, locals)) \(pick(["+", "-", "*", "/", "%"])) \(number(next, locals)))"
    case 2: return "-(\(number(next, locals)))"
    case 3: return "size(\(list(next, locals)))"
    case 4: return "\(list(next, locals))[\(number(0, locals))]"
    case 5: return "cel.bind(v, \(number(next, locals)), v + \(number(next, locals + ["v"])))"
    default: return number(0, locals)
    }
  }

  /// Returns a list of whole numbers.
  mutating func list(_ depth: Int, _ locals: [String]) -> String {
    if depth <= 0 { return pick(["xs", "[1, 2, 3]", "[n]", "xs + [1]"].map { "(\($0))" }) }
    let next = depth - 1
    switch random.next() % 4 {
    case 0: return "\(list(next, locals)).filter(e, \(condition(next, locals + ["e"])))"
    case 1: return "\(list(next, locals)).map(f, \(number(next, locals + ["f"])))"
    case 2: return "[\(number(next, locals)), \(number(next, locals))]"
    default: return list(0, locals)
    }
  }
}
