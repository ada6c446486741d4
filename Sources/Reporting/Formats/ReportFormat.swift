// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// One way to write a report, for people or for programs.
package struct ReportFormat: Sendable {
  /// The name on the command line, such as `html`.
  package let id: String
  /// What the format is for.
  package let name: LocalizedText
  /// The extension of its files, without a dot.
  package let fileExtension: String
  /// The media type, for a web server.
  package let mediaType: String
  /// Whether the bytes differ between languages.
  package let isLocalized: Bool

  private let renderer: @Sendable (Report, RenderingOptions) throws -> [UInt8]

  init(
    id: String,
    name: LocalizedText,
    fileExtension: String,
    mediaType: String,
    isLocalized: Bool,
    renderer: @escaping @Sendable (Report, RenderingOptions) throws -> [UInt8]
  ) {
    self.id = id
    self.name = name
    self.fileExtension = fileExtension
    self.mediaType = mediaType
    self.isLocalized = isLocalized
    self.renderer = renderer
  }

  /// Every format, ordered by id.
  package static let all: [ReportFormat] = [html, json, markdown]

  /// Returns the format of an id.
  package static func named(_ id: String) -> ReportFormat? { all.first { $0.id == id } }

  /// Renders a report; the same report and options give the same bytes.
  ///
  /// - Throws: `DiagnosticsError` for templates or wording that cannot be used; what reading them
  ///   throws.
  package func render(_ report: Report, _ options: RenderingOptions = .init()) throws -> [UInt8] {
    try renderer(report, options)
  }
}
