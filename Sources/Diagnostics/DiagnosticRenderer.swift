// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Writes diagnostics as compilers do: place, severity, rule, message, excerpt and caret.
///
///     Controls/a.yaml:14:1: error: [unknown-key] unknown key 'remediaton'
///     14 | remediaton: Set PermitRootLogin to no
///        | ^~~~~~~~~~ did you mean 'remediation'?
package struct DiagnosticRenderer: Sendable {
  /// The number of diagnostics that are written out; the rest is counted.
  package var limit = 100
  /// The widest excerpt in columns; a longer line is cut around the caret.
  package var excerptWidth = 120
  /// The language of the messages.
  package var language: Language
  /// Whether to mark severities and carets with terminal colours.
  package var usesColor: Bool

  package init(language: Language, usesColor: Bool = false) {
    self.language = language
    self.usesColor = usesColor
  }

  /// Returns the text for all diagnostics in reading order, with a line for those beyond the limit.
  package func render(_ diagnostics: some Sequence<Diagnostic>) -> String {
    let ordered = diagnostics.inReadingOrder()
    var text = ordered.prefix(limit).map(render).joined()
    if ordered.count > limit {
      let rest = ordered.count - limit
      text += LocalizedText(zh: "另有 \(rest) 条未列出\n", en: "\(rest) more not shown\n")[language]
    }
    return text
  }

  /// Returns the lines for one diagnostic, each ended by a line break.
  package func render(_ diagnostic: Diagnostic) -> String {
    var text = head(
      label(of: diagnostic.severity), id: diagnostic.id, diagnostic.message, diagnostic.location)
    if let location = diagnostic.location {
      text += excerpt(of: location, remark: diagnostic.fixIts.first?.title[language])
    }
    for note in diagnostic.notes {
      let label = LocalizedText(zh: "说明", en: "note")[language]
      text += head(label, id: nil, note.message, note.location)
      if let location = note.location { text += excerpt(of: location, remark: nil) }
    }
    return text
  }

  private func label(of severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: paint(LocalizedText(zh: "错误", en: "error")[language], "1;31")
    case .warning: paint(LocalizedText(zh: "警告", en: "warning")[language], "1;33")
    }
  }

  private func head(
    _ label: String, id: String?, _ message: LocalizedText, _ location: SourceSpan?
  ) -> String {
    var text = ""
    if let location {
      let position = location.position
      text += "\(location.source.name):\(position.line):\(position.column): ".sanitizedForTerminal
    }
    text += "\(label): "
    if let id { text += "[\(id)] " }
    return text + message[language].sanitizedForTerminal + "\n"
  }

  private func excerpt(of location: SourceSpan, remark: String?) -> String {
    let excerpt = SourceExcerpt(location, width: excerptWidth)
    let number = String(excerpt.line)
    let margin = String(repeating: " ", count: number.count)
    var text = "\(number) | \(excerpt.text)\n"
    text += "\(margin) | \(excerpt.padding)\(paint(excerpt.marker, "1;32"))"
    if let remark { text += " \(remark.sanitizedForTerminal)" }
    return text + "\n"
  }

  private func paint(_ text: String, _ code: String) -> String {
    usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
