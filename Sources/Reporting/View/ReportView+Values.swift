// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension ReportView {
  /// Returns a text of the report in the language of the view.
  func text(_ text: LocalizedText) -> String { text[language] }

  /// Returns a text of the report in the language of the view.
  func text(_ text: LocalizedText?) -> String? { text?[language] }

  /// Returns texts of the report in the language of the view.
  func texts(_ texts: [LocalizedText]) -> [String] { texts.map { $0[language] } }

  /// Returns a text of the wording with its `{name}` places filled.
  ///
  /// A text that the wording lacks shows as its key: seen at once, and never an empty cell.
  func phrase(_ section: String, _ key: String, _ values: [String: String] = [:]) -> String {
    var phrase = wording.text(section, key)?[language] ?? "\(section).\(key)"
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      phrase = phrase.split(separator: "{\(name)}", omittingEmptySubsequences: false)
        .joined(separator: value)
    }
    return phrase
  }

  /// Returns the label of a value of an enumeration.
  func label<Value: RawRepresentable<String>>(_ section: String, _ value: Value) -> String {
    phrase(section, value.rawValue)
  }

  /// Returns the label of a word that others may add to, which is then shown as it is.
  func openLabel(_ section: String, _ word: String) -> String {
    wording.text(section, word)?[language] ?? word
  }

  /// Returns a value of an enumeration as `id` and `label`.
  func term<Value: RawRepresentable<String>>(_ section: String, _ value: Value) -> TemplateObject {
    TemplateObject(["id": value.rawValue, "label": label(section, value)])
  }

  /// Returns words with the separator of the language between them.
  func joined(_ words: [String]) -> String {
    words.joined(separator: phrase("document", "separator"))
  }

  /// Returns an instant such as `2026-11-20 10:15:00 +08:00`, which may break at its spaces; a day
  /// stays as it is.
  func moment(_ instant: String?) -> String? {
    guard let instant, let separator = instant.firstIndex(of: "T") else { return instant }
    let time = instant[instant.index(after: separator)...]
    guard let zone = time.firstIndex(where: { "+-Z".contains($0) }) else { return instant }
    return "\(instant[..<separator]) \(time[..<zone]) \(time[zone...])"
  }

  func outcome(_ outcome: Report.Outcome) -> TemplateObject {
    TemplateObject([
      "id": outcome.rawValue, "symbol": outcome.symbol, "label": label("outcome", outcome),
    ])
  }

  func rate(_ rate: Report.Rate) -> TemplateObject {
    TemplateObject([
      "percentage": rate.percentage ?? "—",
      "met": rate.met,
      "of": rate.of,
      "is_empty": rate.of == 0,
      "width": (rate.hundredths ?? 0) / 10,
    ])
  }

  func counts(_ counts: Report.OutcomeCounts) -> TemplateObject {
    let cells = Report.Outcome.displayOrder.map { outcome in
      TemplateObject([
        "outcome": self.outcome(outcome), "count": counts[outcome],
        "is_zero": counts[outcome] == 0,
      ])
    }
    return TemplateObject([
      "total": counts.total,
      "waived": counts.waived == 0 ? nil : counts.waived,
      "cells": cells,
      "bar": OutcomeBar(counts).map { bar(of: $0) },
      "text_bar": OutcomeBar.text(of: counts),
    ])
  }

  private func bar(of bar: OutcomeBar) -> TemplateObject {
    let words = bar.segments.map { label("outcome", $0.outcome) + " \($0.count)" }
    return TemplateObject([
      "description": joined(words),
      "segments": bar.segments.map { segment in
        TemplateObject([
          "outcome_id": segment.outcome.rawValue, "x": segment.start, "width": segment.width,
        ])
      },
    ])
  }

  func evidenceLinks(_ ids: [String]) -> [TemplateObject] {
    ids.map { link($0, to: shows(.evidence) ? anchors.evidenceByID[$0] : nil) }
  }

  func controlLink(_ id: String) -> TemplateObject {
    link(id, to: shows(.records) ? anchors.controls[id] : nil)
  }

  func findingLink(_ id: String) -> TemplateObject {
    link(id, to: shows(.findings) ? anchors.findingByID[id] : nil)
  }

  /// Returns an id with its place, when it has one; `is_short` ids never break across lines.
  func link(_ id: String, to anchor: String?) -> TemplateObject {
    TemplateObject(["id": id, "anchor": anchor, "is_short": Self.isShort(id)])
  }

  static func isShort(_ id: String) -> Bool { id.unicodeScalars.count <= 24 }

  /// Whether the edition has a section, so that a link into it leads somewhere.
  func shows(_ section: ReportSection) -> Bool { edition.sections.contains(section) }
}

extension Report.Outcome {
  /// The order of columns, bars and legends: from met to not applicable.
  static let displayOrder: [Self] = [
    .pass, .partial, .fail, .error, .stale, .notReviewed, .notApplicable,
  ]

  /// A sign that tells the outcome without colour.
  var symbol: String {
    switch self {
    case .pass: "✓"
    case .partial: "◐"
    case .fail: "✗"
    case .error: "!"
    case .stale: "◷"
    case .notReviewed: "?"
    case .notApplicable: "–"
    }
  }
}
