// Plumbline
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CEL
import Diagnostics
import EvidenceModel

/// `plumbline eval`: what an expression comes to, and why.
struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: Speech.text(
      zh: "对 JSON、YAML 或证据包求规则表达式（CEL）的值，并说明原因",
      en: "Evaluate a rule expression (CEL) against JSON, YAML or a bundle, and say why."),
    discussion: EvalHelp.discussion)

  /// How results are written.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(
    help: Speech.help(
      zh: "表达式；省略时读标准输入，标准输入是终端时逐条交互",
      en: "The expression; without one it is read from standard input, line by line on a terminal.",
      valueName: "expression"))
  var expression: String?

  @Option(help: Speech.help(zh: "表达式所在的文件", en: "File that holds the expression."))
  var file: String?

  @Option(
    help: Speech.help(
      zh: "JSON 文件：其成员成为变量，整个文件为 data",
      en: "JSON file: its members are variables, the whole is data."))
  var json: String?

  @Option(
    help: Speech.help(
      zh: "YAML 文件：其成员成为变量，整个文件为 data",
      en: "YAML file: its members are variables, the whole is data."))
  var yaml: String?

  @Option(
    help: Speech.help(
      zh: "证据包：每个采集器成为一个变量", en: "Bundle: each collector is a variable.", valueName: "file"))
  var bundle: String?

  @Option(
    name: .customLong("var"),
    help: Speech.help(
      zh: "变量；值为 JSON，不是 JSON 时为文本", en: "A variable; the value is JSON, or else a text.",
      valueName: "name=value"))
  var variables: [String] = []

  @Flag(
    help: Speech.help(zh: "说明结果从何而来：取值、出处、差距", en: "Show why: values, origins, distances."))
  var explain = false

  @Flag(
    help: Speech.help(zh: "只检查类型和可疑写法，不求值", en: "Only check types and look for mistakes."))
  var check = false

  @Flag(
    help: Speech.help(zh: "显示表达式的语法树和类型", en: "Show the tree of the expression with its types."))
  var ast = false

  @Option(help: Speech.help(zh: "输出形式：text 或 json", en: "Output: text or json."))
  var format: Format = .text

  @OptionGroup var time: TimeOptions
  @OptionGroup var common: CommonOptions

  mutating func validate() throws {
    if expression != nil, file != nil {
      throw ValidationError(
        Speech.text(
          zh: "表达式与 --file 只能给出一个", en: "give an expression or --file, not both"))
    }
    if [check, ast, explain].count(where: { $0 }) > 1, format == .text {
      throw ValidationError(
        Speech.text(
          zh: "--check、--ast、--explain 只能给出一个", en: "give one of --check, --ast and --explain"))
    }
  }

  mutating func run() throws {
    let facts = try facts()
    let terminal = common.terminal
    guard let source = try source() else {
      var session = EvalSession(facts: facts, terminal: terminal)
      return session.run()
    }
    let text = EmbeddedText(whole: source)
    let outcome =
      check || ast
      ? EvaluationOutcome(checking: text, in: facts)
      : EvaluationOutcome(text, in: facts, explains: explain)
    switch format {
    case .json:
      terminal.write(EvaluationRecord(outcome, includesTree: ast).json)
    case .text: write(outcome, facts, terminal)
    }
    if outcome.status != .clean { throw outcome.status.code }
  }

  private func write(
    _ outcome: EvaluationOutcome, _ facts: EvaluationFacts, _ terminal: Terminal
  ) {
    let text = EvaluationText(terminal: terminal)
    // A trace tells itself why there is no value.
    terminal.report(outcome.trace == nil ? outcome.diagnostics : outcome.mistakes)
    if ast, case .success(let tree) = Parser.parse(outcome.source) {
      terminal.write(SyntaxTreeText.text(of: tree, outcome.compilation.program))
    } else if check {
      terminal.write(text.summary(outcome.compilation))
    } else {
      terminal.write(text.text(outcome, facts))
    }
  }

  /// Returns the expression; `nil` when a person is to be asked for one after the other.
  private func source() throws -> SourceText? {
    if let expression { return SourceText(name: "expression", expression) }
    if let file { return try InputFile.read(file) }
    if Terminal.readsFromPerson { return nil }
    var lines = ""
    while let line = readLine(strippingNewline: false) { lines += line }
    return SourceText(name: "stdin", lines)
  }

  private func facts() throws -> EvaluationFacts {
    var facts = EvaluationFacts(asOf: time.instant)
    if let json { try facts.add(json: try InputFile.read(json)) }
    if let yaml { try facts.add(yaml: try InputFile.read(yaml)) }
    if let bundle {
      do {
        try facts.add(bundle: try InputFile.read(bundle))
      } catch let error as EvidenceShapeError {
        let message = error.message
        throw CommandFailure(zh: "\(bundle)：\(message.zh)", en: "\(bundle): \(message.en)")
      }
    }
    for variable in variables { try facts.add(argument: variable) }
    return facts
  }
}

extension EvaluationFacts {
  /// Makes a variable of `name=value`.
  fileprivate mutating func add(argument: String) throws {
    guard let sign = argument.firstIndex(of: "="),
      VariableName.isValid(String(argument[..<sign]))
    else {
      throw CommandFailure(
        zh: "--var 必须形如 name=value，而不是 '\(argument)'",
        en: "--var must be name=value, not '\(argument)'")
    }
    let text = String(argument[argument.index(after: sign)...])
    let value = (try? JSONReader.read(SourceText(name: "--var", text))) ?? .string(text)
    bind(String(argument[..<sign]), try CELValue(value, as: .dyn))
  }
}
