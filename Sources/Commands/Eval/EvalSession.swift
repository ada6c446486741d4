// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics

/// Evaluates one expression after the other, as a person at a terminal types them.
struct EvalSession {
  private(set) var facts: EvaluationFacts
  let terminal: Terminal
  private var last: EmbeddedText?

  init(facts: EvaluationFacts, terminal: Terminal) {
    self.facts = facts
    self.terminal = terminal
  }

  private func say(zh: String, en: String) -> String {
    LocalizedText(zh: zh, en: en)[terminal.language]
  }

  /// Asks until there is no more input or `:quit`.
  mutating func run() {
    terminal.write(
      say(
        zh: "输入表达式；:help 显示帮助，:quit 退出\n",
        en: "Type an expression; :help for help, :quit to end\n"))
    while true {
      terminal.write("> ")
      guard var text = readLine(strippingNewline: true) else { break }
      while ExpressionEnd.isMissing(in: EvalSession.expression(in: text)) {
        terminal.write("… ")
        // An empty line ends what is not complete, so that its error is shown.
        guard let more = readLine(strippingNewline: true), !more.allSatisfy(\.isWhitespace) else {
          break
        }
        text += "\n" + more
      }
      if !handle(text) { return }
    }
    terminal.write("\n")
  }

  /// Returns the part of an input that is an expression and may go on in the next line.
  private static func expression(in text: String) -> String {
    guard case .some(let command) = SessionCommand(text) else { return text }
    switch command {
    case .type(let expression), .explain(let expression), .tree(let expression?),
      .bind(_, let expression):
      return expression
    default: return ""
    }
  }

  /// Does what an input asks for; returns whether to go on.
  private mutating func handle(_ text: String) -> Bool {
    if text.allSatisfy(\.isWhitespace) { return true }
    guard text.first == ":" else {
      show(evaluate(text, explains: false))
      return true
    }
    switch SessionCommand(text) {
    case .quit: return false
    case .help: terminal.write(SessionCommand.summary[terminal.language])
    case .variables: terminal.write(EvaluationText(terminal: terminal).variables(facts))
    case .type(let expression):
      let outcome = EvaluationOutcome(checking: embedded(expression), in: facts)
      terminal.report(outcome.diagnostics)
      terminal.write(EvaluationText(terminal: terminal).summary(outcome.compilation))
    case .explain(let expression): show(evaluate(expression, explains: true))
    case .tree(let expression): draw(expression.map(embedded) ?? last)
    case .bind(let name, let expression): bind(name, expression)
    case nil:
      terminal.write(
        say(zh: "没有这个命令；:help 显示帮助\n", en: "there is no such command; :help for help\n"))
    }
    return true
  }

  private func embedded(_ text: String) -> EmbeddedText {
    EmbeddedText(whole: SourceText(name: "expression", text))
  }

  private mutating func evaluate(_ text: String, explains: Bool) -> EvaluationOutcome {
    let source = embedded(text)
    last = source
    return EvaluationOutcome(source, in: facts, explains: explains)
  }

  private func show(_ outcome: EvaluationOutcome) {
    terminal.report(outcome.trace == nil ? outcome.diagnostics : outcome.mistakes)
    terminal.write(EvaluationText(terminal: terminal).text(outcome, facts))
  }

  private func draw(_ source: EmbeddedText?) {
    guard let source else { return }
    let outcome = EvaluationOutcome(checking: source, in: facts)
    terminal.report(outcome.diagnostics.filter { $0.severity == .error })
    if case .success(let tree) = Parser.parse(source) {
      terminal.write(SyntaxTreeText.text(of: tree, outcome.compilation.program))
    }
  }

  private mutating func bind(_ name: String, _ expression: String) {
    guard VariableName.isValid(name) else {
      return terminal.write(say(zh: "'\(name)' 不能作变量名\n", en: "'\(name)' cannot be a name\n"))
    }
    let outcome = EvaluationOutcome(embedded(expression), in: facts, explains: false)
    terminal.report(outcome.diagnostics)
    guard let value = outcome.value else { return }
    facts.bind(name, value, as: outcome.compilation.type ?? .dyn)
  }
}
