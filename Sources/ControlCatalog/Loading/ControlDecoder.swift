// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
import EvidenceModel
package import YAMLTree

/// Reads the file of a control.
struct ControlDecoder {
  /// Compiles rules.
  let compiler: RuleCompiler
  /// The collectors that evidence may name.
  let collectors: [String: CollectorDescription]
  /// The facts that examples may set.
  let facts: KnownFacts

  /// Returns the control, or `nil` after it was reported why there is none.
  func control(_ node: YAMLNode, catalog: String, _ context: DecodingContext) -> Control? {
    guard var map = context.mapping(node, of: CatalogMessages.control) else { return nil }
    let id = map.required("id", String.self)
    let title = map.required("title", LocalizedText.self)
    let statement = map.required("statement", LocalizedText.self)
    let rationale = map.required("rationale", LocalizedText.self)
    let citations = map.list("requirements", Located<RequirementID>.self, atLeast: 1)
    let subject = map.enumeration("subject", Subject.self)
    let condition = map.optional("applies_when", EmbeddedText.self)
    let severity = map.enumeration("severity", Severity.self)
    let weight = map.required("weight", Int.self, in: 1...3)
    let isDeferrable = map.optional("deferrable", Bool.self) ?? true
    let names = DeclaredNames(node)
    let parameters = map.entries("parameters", YAMLNode.self).compactMap {
      ParameterDecoder.parameter($0.value, named: $0.name, at: $0.nameSpan, context)
    }
    let shared = [
      (
        name: RuleVariables.parameters,
        type: names.knowsParameters
          ? .record(
            RuleVariables.parametersType(of: parameters, unreadable: names.parameters))
          : CELType.error
      )
    ]
    let checkDecoder = CheckDecoder(compiler: compiler, collectors: collectors, shared: shared)
    let checks = map.list("checks", YAMLNode.self, atLeast: 1)
      .compactMap { checkDecoder.check($0, context) }
    let appliesWhen = compiler.compile(condition, variables: shared, context)
    let verdict = self.verdict(map.node("verdict"), names, context)
    let remediation = map.required("remediation", Control.Remediation.self)
    let risk = map.required("risk", Control.Risk.self)
    let exampleDecoder = ExampleDecoder(
      checks: checks, parameters: parameters, facts: facts, names: names)
    let examples = exampleDecoder.examples(map.requiredNode("examples"), context)
    map.finish()
    ControlChecks.duplicates(checks, context)
    guard let id, let title, let statement, let rationale, let subject, let severity, let weight,
      let remediation, let risk, let verdict, !checks.isEmpty
    else { return nil }
    return Control(
      id: id, catalog: catalog, title: title, statement: statement, rationale: rationale,
      requirements: citations.map { RequirementCitation(id: $0.value, span: $0.span) },
      subject: subject, appliesWhen: appliesWhen, severity: severity, weight: weight,
      isDeferrable: isDeferrable, parameters: parameters, checks: checks, verdict: verdict,
      remediation: remediation, risk: risk, examples: examples, span: node.span)
  }

  private func verdict(
    _ node: YAMLNode?, _ names: DeclaredNames, _ context: DecodingContext
  ) -> Control.Verdict? {
    guard let node else { return .all }
    switch node.text {
    case "all": return .all
    case "any": return .any
    default:
      guard names.knowsChecks, let text = EmbeddedText(from: node, context) else { return nil }
      return compiler.compileVerdict(text, checks: names.checks, context).map { .rule($0) }
    }
  }
}

/// Checks that concern a control as a whole.
enum ControlChecks {
  /// Reports checks of one control that have the same name.
  static func duplicates(_ checks: [Check], _ context: DecodingContext) {
    var first: [String: Check] = [:]
    for check in checks {
      if let other = first[check.id] {
        context.report(CatalogMessages.duplicateCheck(check, other))
      } else {
        first[check.id] = check
      }
    }
  }
}

extension Control.Remediation: YAMLDecodable {
  package init?(from node: YAMLNode, _ context: DecodingContext) {
    guard var map = context.mapping(node, of: CatalogMessages.remediation) else { return nil }
    let zh = map.required("zh", String.self)
    let en = map.required("en", String.self)
    let effort = map.enumeration("effort", Effort.self)
    map.finish()
    guard let zh, let en, let effort else { return nil }
    text = LocalizedText(zh: zh, en: en)
    self.effort = effort
  }
}

extension Control.Risk: YAMLDecodable {
  package init?(from node: YAMLNode, _ context: DecodingContext) {
    guard var map = context.mapping(node, of: CatalogMessages.risk) else { return nil }
    let threat = map.required("threat", LocalizedText.self)
    let likelihood = map.required("likelihood", Int.self, in: 1...5)
    map.finish()
    guard let threat, let likelihood else { return nil }
    (self.threat, self.likelihood) = (threat, likelihood)
  }
}
