// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension ReportView {
  /// How many levels of a trace are shown; a rule written by hand has fewer than ten.
  private static var traceDepthLimit: Int { 32 }

  func trace(_ node: ReportTrace, depth: Int) -> TemplateObject {
    let children = depth < Self.traceDepthLimit ? node.children : []
    return TemplateObject([
      "text": node.text, "value": node.value.isEmpty ? nil : node.value,
      "truth": TemplateObject([
        "id": node.verdict.rawValue, "symbol": node.verdict.symbol,
        "label": label("truth", node.verdict),
      ]),
      "is_decisive": node.isDecisive,
      "origin": node.origin.map { origin in
        TemplateObject([
          "location": origin.location,
          "anchor": shows(.evidence) ? origin.evidenceID.flatMap { anchors.evidenceByID[$0] } : nil,
        ])
      },
      "note": text(node.note),
      "children": children.map { trace($0, depth: depth + 1) },
      "is_cut": children.count < node.children.count,
    ])
  }

  /// Returns a trace as indented lines, such as `✗ a && b → false`.
  func traceText(_ node: ReportTrace) -> String {
    var lines: [String] = []
    var pending = [(node, 0)]
    while let (node, depth) = pending.popLast() {
      lines.append(String(repeating: "  ", count: depth) + traceLine(node))
      guard depth < Self.traceDepthLimit else { continue }
      pending += node.children.reversed().map { ($0, depth + 1) }
    }
    return lines.joined(separator: "\n")
  }

  private func traceLine(_ node: ReportTrace) -> String {
    var line = "\(node.verdict.symbol) \(node.text)"
    if !node.value.isEmpty { line += " → \(node.value)" }
    if let origin = node.origin { line += "  ← \(origin.location)" }
    if let note = text(node.note) { line += "  # \(note)" }
    if node.isDecisive { line += "  ◀ \(phrase("findings", "decisive"))" }
    return line.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

extension ReportTrace.Verdict {
  /// A sign that tells the verdict without colour.
  var symbol: String {
    switch self {
    case .yes: "✓"
    case .no: "✗"
    case .unknown: "?"
    case .error: "!"
    case .value: "="
    }
  }
}
