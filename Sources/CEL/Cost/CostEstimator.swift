// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Estimates what an expression costs.
struct CostEstimator {
  private let checked: CheckedTree
  private let nodes: [Node?]

  /// The cost of a part.
  private struct Part {
    var units: Int
    var degree: Int
    var dominating: SourceRange
  }

  /// Returns the estimate for a whole expression.
  static func estimate(_ checked: CheckedTree, _ nodes: [Node?]) -> CostEstimate {
    let part = CostEstimator(checked: checked, nodes: nodes).cost(checked.tree.root)
    return CostEstimate(units: part.units, degree: part.degree, dominating: part.dominating)
  }

  private func cost(_ id: Expression.ID) -> Part {
    let range = checked.tree[id].range
    if nodes[id]?.constant != nil { return Part(units: 0, degree: 0, dominating: range) }
    switch checked.tree[id].kind {
    case .comprehension(let macro): return loop(macro, range)
    case .logical(_, let operands): return sum(operands, own: 0, range)
    case .conditional(let condition, let then, let otherwise):
      let branches = [cost(then), cost(otherwise)]
      let dearer = branches[0].units >= branches[1].units ? branches[0] : branches[1]
      return combine([cost(condition), dearer], own: 0, range)
    case .list(let elements):
      return sum(checked.tree[id].kind.children, own: 10 + elements.count, range)
    case .map(let entries):
      return sum(checked.tree[id].kind.children, own: 30 + entries.count, range)
    case .call(let call): return self.call(id, call, range)
    default: return sum(checked.tree[id].kind.children, own: 1, range)
    }
  }

  private func call(_ id: Expression.ID, _ call: Expression.Call, _ range: SourceRange) -> Part {
    let arguments = (call.target.map { [$0] } ?? []) + call.arguments
    var own = 1
    if call.function == "@in", call.arguments.count == 2, !isMap(call.arguments[1]) {
      own = 1 + size(call.arguments[1])
    } else if case .function(let overloads, _) = checked.references[id] {
      own = overloads.map { units($0.cost, arguments) }.max() ?? 1
    }
    return sum(arguments.filter { nodes[$0] != nil }, own: own, range)
  }

  private func units(_ cost: FunctionCost, _ arguments: [Expression.ID]) -> Int {
    let sizes = arguments.map { size($0) }
    func argument(_ index: Int) -> Int { index < sizes.count ? sizes[index] : 1 }
    switch cost {
    case .constant(let units): return units
    case .traversal(let indexes): return indexes.reduce(1) { $0.adding(argument($1) / 10) }
    case .product(let a, let b): return 1 + argument(a).multiplied(by: argument(b)) / 100
    case .computed: return sizes.reduce(1) { $0.adding($1) }
    }
  }

  private func loop(_ macro: Expression.Comprehension, _ range: SourceRange) -> Part {
    let target = cost(macro.target)
    let bodies = [macro.condition, macro.body].compactMap { $0 }.map { cost($0) }
    let body = combine(bodies, own: 1, range)
    let count = size(macro.target)
    let isKnown = nodes[macro.target]?.constant != nil
    let units = body.units.multiplied(by: count)
    let degree = body.degree + (isKnown ? 0 : 1)
    let loop = Part(
      units: units, degree: degree, dominating: body.degree > 0 ? body.dominating : range)
    return combine([target, loop], own: 0, range)
  }

  private func sum(_ children: [Expression.ID], own: Int, _ range: SourceRange) -> Part {
    combine(children.map { cost($0) }, own: own, range)
  }

  /// Returns the cost of parts together, which the dearest dominates when it is more than half.
  private func combine(_ parts: [Part], own: Int, _ range: SourceRange) -> Part {
    let units = parts.reduce(own) { $0.adding($1.units) }
    let degree = parts.map(\.degree).max() ?? 0
    let dearest = parts.max { $0.units < $1.units }
    let dominates = dearest.map { $0.units > units / 2 && $0.degree > 0 } ?? false
    return Part(
      units: units, degree: degree, dominating: dominates ? dearest!.dominating : range)
  }

  // MARK: Sizes

  private func isMap(_ id: Expression.ID) -> Bool {
    if case .map = checked.types[id] { true } else { false }
  }

  /// Returns the number of bytes or elements that a value is taken to have.
  private func size(_ id: Expression.ID) -> Int {
    if let value = nodes[id]?.constant { return value.traversalSize }
    switch checked.tree[id].kind {
    case .list(let elements): return elements.count
    case .map(let entries): return entries.count
    case .comprehension(let macro): return size(macro.target)
    default: break
    }
    switch checked.types[id] {
    case .list, .map, .dyn: return CostEstimate.assumedElements
    case .string, .bytes: return CostEstimate.assumedBytes
    default: return 1
    }
  }
}

extension Int {
  /// Returns the sum, or the greatest number when it does not fit.
  fileprivate func adding(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }

  /// Returns the product, or the greatest number when it does not fit.
  fileprivate func multiplied(by other: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? .max : product
  }
}
