// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Reporting

/// What `assess` prints: the verdict with its coverage, the counts, what to read first, the files.
struct SummaryText {
  let report: Report
  let terminal: Terminal
  let files: [String]
  /// The assessment folder as the user named it; `nil` when there is none or it is the working
  /// folder.
  let folder: String?

  init(_ report: Report, terminal: Terminal, files: [String], folder: String?) {
    self.report = report
    self.terminal = terminal
    self.files = files
    self.folder = folder
  }

  var text: String {
    ([verdict, counts] + domains + findings + open + written).joined(separator: "\n") + "\n"
  }

  private var language: Language { terminal.language }

  private func say(_ zh: String, _ en: String) -> String {
    LocalizedText(zh: zh, en: en)[language]
  }

  private var verdict: String {
    let conclusion = report.summary.conclusion
    let none = say("无", "none")
    let name = terminal.styled(conclusion.verdict[language], "1")
    let rate = conclusion.rate.percentage ?? none
    let coverage = conclusion.coverage.percentage ?? none
    let score = conclusion.score.map { say("；得分 \($0)", "; score \($0)") } ?? ""
    return say(
      "自评估结果：\(name)\(score)；符合率 \(rate)（\(conclusion.rate.met)/\(conclusion.rate.of)）；覆盖率 \(coverage)",
      "Self-assessed: \(name)\(score); met \(rate) (\(conclusion.rate.met)/\(conclusion.rate.of)); coverage \(coverage)"
    ) + "\n" + say("依据：", "by: ") + conclusion.ruleName[language]
  }

  private var counts: String {
    let counts = report.summary.counts
    let parts = Report.Outcome.allCases.reversed().filter { counts[$0] > 0 }
      .map { "\(label($0)) \(counts[$0])" }
    return parts.joined(separator: " · ")
  }

  private var domains: [String] {
    if report.domains.count < 2 { return [] }
    let width = report.domains.map { $0.title[language].terminalColumns }.max() ?? 0
    return [""]
      + report.domains.map { domain in
        let title = domain.title[language]
        let padding = String(repeating: " ", count: width - title.terminalColumns)
        let rate = domain.rate.percentage ?? say("无", "none")
        return
          "  \(title)\(padding)  \(say("符合率", "met")) \(rate)  \(say("覆盖率", "coverage")) \(domain.coverage.percentage ?? say("无", "none"))"
      }
  }

  private var findings: [String] {
    let limit = 10
    if report.findings.isEmpty { return [] }
    let shown = report.findings.prefix(limit).map { finding in
      let severity = Self.names[finding.severity] ?? LocalizedText(verbatim: "")
      let mark = terminal.styled("[\(severity[language])]", Self.style(of: finding.severity))
      return
        "  \(mark) \(finding.controlID) \(finding.assetID)  \(finding.title[language].sanitizedForTerminal)"
    }
    let rest = report.findings.count - shown.count
    let more = rest > 0 ? [say("  另有 \(rest) 项，见报告", "  \(rest) more in the report")] : []
    return ["", say("先整改：", "To mend first:")] + shown + more
      + [say("  原因：", "  Why: ") + explanation]
  }

  /// The command that explains the first finding.
  private var explanation: String {
    let words = ["plumbline", "explain", report.findings.first?.controlID, folder]
    return words.compactMap { $0?.shellWord }.joined(separator: " ")
  }

  private var open: [String] {
    let texts = report.summary.notices.map(\.text) + report.summary.notLookedAt
    if texts.isEmpty { return [] }
    return ["", say("未覆盖与注意：", "Not looked at, and to note:")]
      + texts.map { "  \($0[language].sanitizedForTerminal)" }
  }

  private var written: [String] {
    let shown = files.filter { !$0.contains("/evidence/") }
    let html = shown.first { $0.hasSuffix(".\(language.rawValue).html") } ?? shown.first ?? ""
    return ["", say("报告：", "Report: ") + html]
  }

  private func label(_ outcome: Report.Outcome) -> String {
    let text: LocalizedText =
      switch outcome {
      case .pass: LocalizedText(zh: "符合", en: "pass")
      case .fail: LocalizedText(zh: "不符合", en: "fail")
      case .partial: LocalizedText(zh: "部分符合", en: "partial")
      case .error: LocalizedText(zh: "出错", en: "error")
      case .stale: LocalizedText(zh: "过期", en: "stale")
      case .notReviewed: LocalizedText(zh: "未评估", en: "not reviewed")
      case .notApplicable: LocalizedText(zh: "不适用", en: "not applicable")
      }
    return text[language]
  }

  private static let names: [Report.Severity: LocalizedText] = [
    .critical: LocalizedText(zh: "严重", en: "critical"),
    .high: LocalizedText(zh: "高", en: "high"),
    .medium: LocalizedText(zh: "中", en: "medium"),
    .low: LocalizedText(zh: "低", en: "low"),
  ]

  private static func style(of severity: Report.Severity) -> String {
    switch severity {
    case .critical: "1;31"
    case .high: "31"
    case .medium: "33"
    case .low: "36"
    }
  }
}

extension String {
  /// The text as a word of a POSIX shell, quoted where it must be.
  fileprivate var shellWord: String {
    let isPlain =
      !isEmpty
      && utf8.allSatisfy { byte in
        byte >= 0x80 || "/._-+:@%,=".utf8.contains(byte)
          || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
          || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
          || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
      }
    if isPlain { return self }
    return "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}
