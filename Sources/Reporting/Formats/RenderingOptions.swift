// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// How a report is to be rendered.
package struct RenderingOptions: Sendable {
  /// The language; formats for programs may hold every language at once.
  package var language: Language
  /// For whom.
  package var edition: ReportEdition
  /// Where templates and wording come from.
  package var templates: any TemplateSource

  package init(
    language: Language = .chinese,
    edition: ReportEdition = .full,
    templates: any TemplateSource = EmbeddedTemplates()
  ) {
    self.language = language
    self.edition = edition
    self.templates = templates
  }

  /// The report as templates see it.
  func view(of report: Report) throws -> TemplateObject {
    let wording = try Wording(from: templates)
    return ReportView(report, language: language, edition: edition, wording: wording).root
  }
}
