// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import CEL
package import Diagnostics

/// Writes a trace for a terminal: the rule as written, under it what decided, then the facts.
///
///     sshd.ciphers.all(c, c in params.approved) && sshd.maxauthtries <= 4
///     └──────────────── false ────────────────┘
///
///     ✘ 1 of 6 ciphers breaks  c in params.approved
///         [4]              "aes192-cbc"   /etc/ssh/sshd_config:17
///         params.approved = 6 values
///
///     passes when "aes192-cbc" leaves sshd.ciphers or joins params.approved
package struct TerminalTrace {
  /// The language of remarks.
  private let language: Language
  /// Whether marks and origins have colours.
  private let usesColor: Bool
  /// The widest line of the rule in columns.
  private let width: Int
  /// Returns where a fact was read.
  private let origin: (AccessPath) -> ReportTrace.Origin?

  package init(
    language: Language, usesColor: Bool, width: Int = 100,
    origin: @escaping (AccessPath) -> ReportTrace.Origin? = { _ in nil }
  ) {
    self.language = language
    self.usesColor = usesColor
    self.width = width
    self.origin = origin
  }

  /// Returns the lines of a trace, without line breaks.
  package func lines(_ trace: Trace) -> [String] {
    let rule = rule(trace, marks: marks(in: trace))
    switch trace.outcome {
    case .unknown: return rule + missing(trace)
    case .error: return rule + failure(trace)
    case .true, .false, .value: break
    }
    var rows = TraceRows(language: language, origin: origin)
    rows.add(trace.root, depth: 0)
    var lines = rule
    if !rows.rows.isEmpty { lines += [""] + table(rows.rows) }
    if let change = trace.counterfactual {
      lines += ["", paint(change[language].sanitizedForTerminal, "33")]
    }
    return lines
  }

  // MARK: The rule

  /// A part of the rule with what is drawn under it.
  private struct Mark {
    var range: Trace.Range
    /// The word in the line; nothing for a wavy line.
    var word: String
    var style: String
  }

  private func marks(in trace: Trace) -> [Mark] {
    if trace.outcome == .unknown {
      return trace.missing.map { Mark(range: $0.range, word: "", style: "33") }
    }
    if let failure = trace.failure { return [Mark(range: failure.range, word: "", style: "31")] }
    let root = trace.root
    let parts = root.kind == .and || root.kind == .or ? root.children : [root]
    let deciding = parts.map { part in
      let word = part.outcome == .value ? part.value?.short[language] ?? "" : part.outcome.rawValue
      let style = part.outcome == .true ? "32" : part.outcome == .false ? "31" : "36"
      return Mark(range: part.range, word: word, style: style)
    }
    return deciding
      + root.others.map { Mark(range: $0.range, word: $0.outcome.rawValue, style: "2") }
  }

  private func rule(_ trace: Trace, marks: [Mark]) -> [String] {
    let layout = RuleLayout(trace.expression, width: width)
    return layout.lines.flatMap { line in
      let text = String(repeating: " ", count: line.indent) + layout.text(line)
      let drawn = underline(
        marks.compactMap { mark in
          layout.columns(of: mark.range, in: line).map { columns in
            let isFirst = mark.range.start >= line.range.lowerBound
            let isLast = mark.range.end <= line.range.upperBound
            return (columns, drawing(mark, columns.count, isFirst, isLast), mark.style)
          }
        })
      return drawn.isEmpty ? [text] : [text, drawn]
    }
  }

  private func underline(_ parts: [(Range<Int>, String, String)]) -> String {
    var text = ""
    var column = 0
    for (columns, line, style) in parts.sorted(by: { $0.0.lowerBound < $1.0.lowerBound })
    where columns.lowerBound >= column {
      text += String(repeating: " ", count: columns.lowerBound - column) + paint(line, style)
      column = columns.upperBound
    }
    return text
  }

  /// Returns a line with a word in its middle, as wide as the part above it.
  private func drawing(_ mark: Mark, _ width: Int, _ isFirst: Bool, _ isLast: Bool) -> String {
    if mark.word.isEmpty { return String(repeating: "~", count: width) }
    let word = width >= mark.word.terminalColumns + 4 ? " \(mark.word) " : ""
    let rest = width - word.terminalColumns
    if rest < 2 { return String(repeating: "─", count: width) }
    let left = (rest - 2) / 2
    let right = rest - 2 - left
    return (isFirst ? "└" : "─") + String(repeating: "─", count: left) + word
      + String(repeating: "─", count: right) + (isLast ? "┘" : "─")
  }

  // MARK: No value

  private func missing(_ trace: Trace) -> [String] {
    var lines: [String] = []
    for item in trace.missing {
      let name =
        item.evidence == item.variable ? item.variable : "\(item.variable) (\(item.evidence))"
      let text = LocalizedText(zh: "缺少证据：\(name)", en: "missing evidence: \(name)")[language]
      let line = paint("? ", "33") + text.sanitizedForTerminal
      if !lines.contains(line) { lines.append(line) }
    }
    return lines
  }

  private func failure(_ trace: Trace) -> [String] {
    guard let failure = trace.failure else { return [] }
    var lines = [paint("! ", "31") + failure.message[language].sanitizedForTerminal]
    if let available = TraceNotes.available(failure) {
      lines.append("  " + available[language].sanitizedForTerminal)
    }
    if let fix = failure.fix {
      lines.append("  " + paint(fix[language].sanitizedForTerminal, "33"))
    }
    return lines + ["  " + paint(TraceNotes.noAnswer[language], "2")]
  }

  // MARK: Rows

  /// Returns rows in aligned columns.
  private func table(_ rows: [TraceRows.Row]) -> [String] {
    let heads = rows.map(head)
    let headWidth = columnWidth(
      zip(heads, rows).filter { !$0.1.remark.isEmpty || !$0.1.origin.isEmpty }
        .map { $0.0.plain.terminalColumns })
    let remarkWidth = columnWidth(rows.filter { !$0.origin.isEmpty }.map(\.remark.terminalColumns))
    return zip(heads, rows).map { head, row in
      var line = head.painted
      var column = head.plain.terminalColumns
      if !row.remark.isEmpty {
        let gap = row.text.isEmpty ? 0 : max(headWidth - column, 0) + 3
        let remark = row.remark.sanitizedForTerminal
        line += String(repeating: " ", count: gap) + paint(remark, "33")
        column += gap + remark.terminalColumns
      }
      if !row.origin.isEmpty {
        let target = headWidth + (remarkWidth > 0 ? remarkWidth + 3 : 0)
        line += String(repeating: " ", count: max(target - column, 0) + 3) + paint(row.origin, "36")
      }
      return line
    }
  }

  /// The width of the widest entry that is not far wider than others can be.
  private func columnWidth(_ widths: [Int]) -> Int { widths.filter { $0 <= 60 }.max() ?? 0 }

  private func head(_ row: TraceRows.Row) -> (plain: String, painted: String) {
    let indent = String(repeating: "  ", count: row.depth)
    let text = row.text.sanitizedForTerminal
    let value = row.value.sanitizedForTerminal
    let mark = row.outcome.map(self.mark) ?? ("", "")
    let link = value.isEmpty ? "" : row.isFact ? " = " : "  "
    return (
      indent + mark.0 + text + link + value,
      indent + paint(mark.0, mark.1) + text + link + paint(value, "1")
    )
  }

  private func mark(_ outcome: Trace.Outcome) -> (String, String) {
    switch outcome {
    case .true: ("✔ ", "32")
    case .false: ("✘ ", "31")
    case .unknown: ("? ", "33")
    case .error: ("! ", "31")
    case .value: ("", "")
    }
  }

  private func paint(_ text: String, _ parameters: String) -> String {
    usesColor && !text.isEmpty ? "\u{1B}[\(parameters)m\(text)\u{1B}[0m" : text
  }
}
