// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Assessment
import CEL
import ControlCatalog
import Diagnostics
import EvidenceModel
import Reporting

/// What `explain` prints for one control.
struct ExplanationText {
  let control: Control
  let assessment: AssessmentResult
  let library: ControlLibrary
  let terminal: Terminal

  init(
    _ control: Control, in assessment: AssessmentResult, library: ControlLibrary,
    terminal: Terminal
  ) {
    self.control = control
    self.assessment = assessment
    self.library = library
    self.terminal = terminal
  }

  var text: String {
    (head + assessment.controls.flatMap(result) + remedy).joined(separator: "\n") + "\n"
  }

  private var language: Language { terminal.language }

  private func say(_ zh: String, _ en: String) -> String {
    LocalizedText(zh: zh, en: en)[language]
  }

  private var head: [String] {
    let citations = control.requirements.compactMap { library.requirement($0.id) }.map {
      requirement in
      let register = library.register(of: requirement.id)?.shortTitle[language] ?? ""
      let separator = language == .chinese ? "" : ", "
      return
        "  \(register)\(separator)\(requirement.clause[language])  \(requirement.title[language])"
    }
    return [
      terminal.styled("\(control.id)  \(control.title[language])", "1"),
      control.statement[language],
      "",
    ] + citations
  }

  private func result(_ result: ControlResult) -> [String] {
    let outcome = terminal.styled(result.outcome.label[language], Self.style(of: result.outcome))
    var lines = ["", "\(result.asset.id): \(outcome)"]
    if let remark = result.applicability { lines.append("  \(remark[language])") }
    for check in result.checks { lines += self.check(check, of: result) }
    return lines
  }

  private func check(_ check: CheckResult, of result: ControlResult) -> [String] {
    let outcome = terminal.styled(check.outcome.label[language], Self.style(of: check.outcome))
    let rule = check.check.expectation.text.span
    var lines = [
      "",
      "  \(outcome)  \(check.check.id)  \(check.check.title[language])  \(rule.source.name):\(rule.position.line)",
    ]
    if check.outcome == .fail, let message = check.check.message {
      lines.append("    \(message[language])")
    }
    if let reason = check.reason {
      lines.append("    \(reason[language].sanitizedForTerminal)")
    }
    if let trace = check.trace {
      let origins = FactOrigins(check, of: result, in: assessment)
      let renderer = TerminalTrace(
        language: language, usesColor: terminal.colorsOutput, origin: origins.origin)
      lines += renderer.lines(trace).map { $0.isEmpty ? "" : "    \($0)" }
    }
    for id in check.observations {
      let observation = assessment.bundles[result.asset.id]?.observations.first { $0.id == id }
      if let observation {
        lines.append(
          "    \(id)  \(observation.query.canonicalText)  \(observation.status.label[language])"
            .sanitizedForTerminal)
      }
    }
    return lines
  }

  private var remedy: [String] {
    guard assessment.controls.contains(where: \.outcome.isFinding) else { return [] }
    return ["", say("整改：", "Remedy: ") + control.remediation.text[language]]
  }

  private static func style(of outcome: Outcome) -> String {
    switch outcome {
    case .pass: "32"
    case .fail, .error: "31"
    case .partial, .stale: "33"
    case .notApplicable, .notReviewed: "2"
    }
  }
}
