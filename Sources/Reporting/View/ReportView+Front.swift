// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension ReportView {
  var cover: TemplateObject {
    let cover = report.cover
    let key = cover.kind == .selfAssessment ? "self_assessment" : "assessment"
    return TemplateObject([
      "title": phrase("document", key),
      "number": cover.number,
      "number_css": cover.number.cssString,
      "organization": text(cover.organization),
      "systems": cover.systems.isEmpty ? nil : joined(texts(cover.systems)),
      "protection_level": cover.protectionLevel.map {
        phrase("document", "level_value", ["n": String($0)])
      },
      "filing_number": cover.filingNumber,
      "period": period(cover.periodStart, cover.periodEnd),
      "issued_on": cover.issuedOn,
      "state": term("state", cover.state),
      "is_draft": cover.state == .draft,
      "confidentiality": text(cover.confidentiality),
      "page_css": pageNumber,
    ])
  }

  /// The number of a printed page as a value of the CSS property `content`.
  private var pageNumber: String {
    var css = phrase("document", "page").cssString
    for (place, counter) in [("page", "counter(page)"), ("pages", "counter(pages)")] {
      let escaped = "{\(place)}".cssString.dropFirst().dropLast()
      css = css.split(separator: escaped, omittingEmptySubsequences: false)
        .joined(separator: "\" \(counter) \"")
    }
    return css
  }

  var documentControl: TemplateObject {
    let control = report.documentControl
    return TemplateObject([
      "tool_version": control.toolVersion,
      "profile": control.profile.map { profile in
        TemplateObject([
          "id": profile.id, "title": text(profile.title),
          "controls": phrase("control", "profile_controls", ["n": String(profile.controls)]),
        ])
      },
      "catalogs": control.catalogs.map { catalog in
        TemplateObject([
          "id": catalog.id, "title": text(catalog.title), "version": catalog.version,
          "digest": catalog.digest,
        ])
      },
      "parameters": control.parameters.map { parameter in
        TemplateObject([
          "control": controlLink(parameter.controlID), "name": parameter.name,
          "label": text(parameter.label), "value": parameter.value,
          "standard": parameter.standard,
        ])
      },
      "people": control.people.map(signature),
      "revisions": control.revisions.map { revision in
        TemplateObject([
          "version": revision.version, "date": revision.date, "note": text(revision.note),
        ])
      },
      "distribution": control.distribution.isEmpty ? nil : joined(texts(control.distribution)),
    ])
  }

  func signature(_ signature: Report.Signature) -> TemplateObject {
    TemplateObject([
      "role": label("role", signature.role), "name": signature.name, "date": signature.date,
    ])
  }

  /// Returns two days as `2026-01-01 to 2026-03-31`, one of them, or nothing.
  func period(_ from: String?, _ until: String?) -> String? {
    switch (from, until) {
    case (let from?, let until?):
      from == until ? from : "\(from) \(phrase("document", "to")) \(until)"
    case (let day?, nil), (nil, let day?): day
    case (nil, nil): nil
    }
  }
}
