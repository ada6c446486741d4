// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Writes a trace for a terminal, as a tree.
///
///     ✘ sshd.maxauthtries <= params.attempts
///       sshd.maxauthtries = 6   /etc/ssh/sshd_config:12
///       params.attempts = 4
///       2 above
package struct TerminalTrace: Sendable {
  /// The language of remarks.
  private let language: Language
  /// Whether marks and origins have colours.
  private let usesColor: Bool

  package init(language: Language, usesColor: Bool) {
    self.language = language
    self.usesColor = usesColor
  }

  /// Returns the lines of a trace, without line breaks.
  package func lines(_ trace: ReportTrace) -> [String] {
    lines(trace, indent: "")
  }

  private func lines(_ trace: ReportTrace, indent: String) -> [String] {
    var head = indent + mark(trace.verdict) + trace.text.sanitizedForTerminal
    let isTruth = trace.verdict == .yes || trace.verdict == .no
    if !trace.value.isEmpty, !isTruth {
      head += " = " + paint(trace.value.sanitizedForTerminal, "1")
    }
    if let origin = trace.origin {
      head += "   " + paint(origin.location.sanitizedForTerminal, "36")
    }
    var lines = [head]
    if let note = trace.note {
      lines.append(indent + "  " + paint(note[language].sanitizedForTerminal, "33"))
    }
    return lines + trace.children.flatMap { self.lines($0, indent: indent + "  ") }
  }

  private func mark(_ verdict: ReportTrace.Verdict) -> String {
    switch verdict {
    case .yes: paint("✔ ", "32")
    case .no: paint("✘ ", "31")
    case .unknown: paint("? ", "33")
    case .error: paint("! ", "31")
    case .value: ""
    }
  }

  private func paint(_ text: String, _ parameters: String) -> String {
    usesColor ? "\u{1B}[\(parameters)m\(text)\u{1B}[0m" : text
  }
}
