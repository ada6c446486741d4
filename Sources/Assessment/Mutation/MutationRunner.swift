// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
package import ControlCatalog

/// Changes each fact that the examples of a control give and looks whether its rules notice.
///
/// A rule that no change makes fail tests nothing, and a fact or a clause that decides no example is
/// either dead or without an example. The condition of a control is tried with all combinations of
/// the facts that it reads, the verdict with all outcomes of the checks.
package struct MutationRunner: Sendable {
  private let facts: [OrganizationFact]

  package init(library: ControlLibrary) {
    facts = library.facts
  }

  /// Tries every rule of controls, several at a time; the reports come in the order of the controls.
  package func run(_ controls: [Control]) async -> [MutationReport] {
    await withTaskGroup(of: (Int, MutationReport).self) { group in
      for (index, control) in controls.enumerated() {
        group.addTask { (index, run(control)) }
      }
      return await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  /// Tries every rule of a control.
  package func run(_ control: Control) -> MutationReport {
    var report = MutationReport(control: control)
    var pool = ValuePool()
    for example in control.examples {
      for name in example.parameters.keys.sorted() { example.parameters[name].map { pool.add($0) } }
    }
    for check in control.checks {
      let result = trial(of: check, in: control).run(pool: pool)
      report.add(result, .check(check.id))
    }
    if let condition = control.appliesWhen {
      report.add(trial(of: condition, in: control).run(pool: pool), .condition)
    }
    if case .rule(let verdict) = control.verdict {
      report.add(trial(ofVerdict: verdict, in: control).run(pool: pool), .verdict)
    }
    return report
  }

  // MARK: What the rules see

  private func sharedTypes(_ control: Control) -> [String: CELType] {
    var types: [String: CELType] = [
      RuleVariables.asOf: .timestamp,
      RuleVariables.asset: .record(RuleVariables.assetType),
      RuleVariables.parameters: .record(RuleVariables.parametersType(of: control.parameters)),
    ]
    for fact in facts { types[RuleVariables.fact(fact.id)] = fact.kind.type }
    return types
  }

  private func trial(of check: Check, in control: Control) -> RuleTrial {
    var types = sharedTypes(control)
    for evidence in check.evidence { types[evidence.name] = .record(evidence.type) }
    if let question = check.question { types[RuleVariables.answer] = .record(question.recordType) }
    return RuleTrial(
      rule: check.expectation, types: types,
      cases: control.examples.compactMap { self.case($0, of: check, in: control) })
  }

  /// Returns what an example gives to a check; `nil` when it leaves the question open.
  private func `case`(
    _ example: Example, of check: Check, in control: Control
  ) -> RuleTrial.Case? {
    let setting = ExampleSetting(example, of: control, factNames: facts.map(\.id))
    var activation = setting.activation
    var values = sharedValues(setting)
    for evidence in check.evidence {
      if case .value(let value) = example.evidence[evidence.name] {
        values[evidence.name] = value
        activation.bind(evidence.name, value)
      } else {
        activation.bind(evidence.name, unknown: evidence.name)
      }
    }
    if check.question != nil {
      guard let answer = example.answers[check.id] else { return nil }
      values[RuleVariables.answer] = answer
      activation.bind(RuleVariables.answer, answer)
    }
    return RuleTrial.Case(values: values, activation: activation)
  }

  private func sharedValues(_ setting: ExampleSetting) -> [String: CELValue] {
    var values: [String: CELValue] = [
      RuleVariables.asOf: .timestamp(setting.context.asOf),
      RuleVariables.asset: setting.asset.celValue,
      RuleVariables.parameters: setting.context.parameters(of: setting.selected),
    ]
    for (name, value) in setting.context.facts { values[RuleVariables.fact(name)] = value }
    return values
  }

  // MARK: Conditions and verdicts

  private func trial(of condition: Rule, in control: Control) -> RuleTrial {
    let types = sharedTypes(control)
    let names = Set(
      RuleFacts(of: condition.program.tree, types: types).facts.map(\.path.variable))
    let asked = facts.filter { names.contains(RuleVariables.fact($0.id)) }
    let candidates = asked.map {
      FactCandidates.values(of: $0, comparedIn: condition.program.tree)
    }
    let cases = FactCandidates.combinations(candidates).compactMap { values -> RuleTrial.Case? in
      guard let example = control.examples.first else { return nil }
      let given = Dictionary(
        zip(asked.map(\.id), values), uniquingKeysWith: { first, _ in first })
      let setting = ExampleSetting(
        example, of: control, factNames: facts.map(\.id), facts: given)
      return RuleTrial.Case(values: sharedValues(setting), activation: setting.activation)
    }
    return RuleTrial(rule: condition, types: types, cases: cases)
  }

  private func trial(ofVerdict verdict: Rule, in control: Control) -> RuleTrial {
    let names = control.checks.map(\.id)
    let outcomes = [[CELValue]](
      repeating: [.bool(false), .bool(true)], count: names.count)
    let cases = FactCandidates.combinations(outcomes).map { values in
      var activation = Activation()
      for (name, value) in zip(names, values) { activation.bind(name, value) }
      return RuleTrial.Case(
        values: Dictionary(zip(names, values), uniquingKeysWith: { first, _ in first }),
        activation: activation)
    }
    return RuleTrial(
      rule: verdict,
      types: Dictionary(names.map { ($0, .bool) }, uniquingKeysWith: { first, _ in first }),
      cases: cases)
  }
}
