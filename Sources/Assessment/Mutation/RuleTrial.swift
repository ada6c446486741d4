// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import ControlCatalog
import Diagnostics

/// A rule with the cases that it is tried in.
struct RuleTrial {
  /// The values of the variables in one case.
  struct Case {
    /// The values of the variables that have one.
    let values: [String: CELValue]
    /// The variables as the rule sees them.
    let activation: Activation
  }

  let rule: Rule
  /// The types of the variables.
  let types: [String: CELType]
  let cases: [Case]

  /// Returns what in the rule decides no case, and the number of changed facts that were tried.
  func run(pool: ValuePool) -> (survivors: [Survivor], mutants: Int) {
    let program = rule.program
    let bases = cases.map { ($0, program.evaluate($0.activation).outcome) }
    var outcomes = Set(bases.map(\.1))
    guard outcomes.contains(.true) || outcomes.contains(.false) else {
      return ([survivor(.undecided)], 0)
    }
    var pool = pool
    pool.add(literalsOf: program.tree)
    for item in cases {
      for name in item.values.keys.sorted() { item.values[name].map { pool.add($0) } }
    }
    let mutator = FactMutator(pool: pool)
    var mutants = 0
    var survivors: [Survivor] = []
    for fact in RuleFacts(of: program.tree, types: types).facts {
      var tried: Set<Mutation> = []
      var hasEffect = false
      search: for (base, outcome) in bases where outcome == .true || outcome == .false {
        let variable = fact.path.variable
        guard let type = types[variable] else { continue }
        for mutant in mutator.mutants(
          of: base.values[variable], as: type, at: fact.path.steps[...])
        {
          guard let value = mutant.value else { continue }
          var activation = base.activation
          activation.bind(variable, value)
          let changed = program.evaluate(activation).outcome
          mutants += 1
          tried.insert(mutant.mutation)
          outcomes.insert(changed)
          hasEffect = changed != outcome && (changed == .true || changed == .false)
          if hasEffect { break search }
        }
      }
      if !hasEffect {
        survivors.append(survivor(.fact(fact.path, tried.sorted()), at: fact.range))
      }
    }
    if !outcomes.contains(.false) { return ([survivor(.neverFails)], mutants) }
    if !outcomes.contains(.true) { return ([survivor(.neverHolds)], mutants) }
    let clauses = clauses(bases.map(\.1)).filter { clause in
      // A clause around a fact without effect says the same again.
      !survivors.contains { clause.span.range.bytes.contains(Int($0.span.range.start)) }
    }
    return (survivors + clauses, mutants)
  }

  /// Returns the operands of `&&` and `||` without which every case comes out the same.
  private func clauses(_ outcomes: [Trace.Outcome]) -> [Survivor] {
    let program = rule.program
    var survivors: [Survivor] = []
    var pending = [program.tree.root]
    while let id = pending.popLast() {
      pending += program.tree[id].kind.children
      guard case .logical(let symbol, let operands) = program.tree[id].kind else { continue }
      for operand in operands {
        guard let variant = program.replacing(operand, by: symbol == .and) else { continue }
        let isSame = zip(cases, outcomes).allSatisfy { item, outcome in
          variant.evaluate(item.activation).outcome == outcome
        }
        if isSame {
          survivors.append(
            survivor(
              .clause(program.tree.text(of: operand)), at: program.tree[operand].range))
        }
      }
    }
    return survivors.sorted { $0.span.range.start < $1.span.range.start }
  }

  private func survivor(_ kind: Survivor.Kind, at range: SourceRange? = nil) -> Survivor {
    Survivor(kind: kind, span: range.map { rule.text.span(of: $0) } ?? rule.text.span)
  }
}
