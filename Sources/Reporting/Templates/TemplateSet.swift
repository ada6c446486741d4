// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Mustache

/// The parsed templates of one format.
struct TemplateSet {
  private static let fileExtension = ".mustache"

  private let library: MustacheLibrary

  /// Parses every template of a folder; each may name the others as partials, without extension.
  ///
  /// - Parameter contentType: how `{{…}}` is escaped. Templates cannot choose, since a partial that
  ///   forgot to would be escaped for another format.
  init(
    folder: String, from source: any TemplateSource, contentType: TemplateContentType
  ) throws {
    MustacheContentTypes.register(contentType.escaping, named: contentType.rawValue)
    var library = MustacheLibrary()
    for path in try source.paths(in: folder) where path.hasSuffix(Self.fileExtension) {
      guard let bytes = try source.file(path) else { continue }
      let name = String(path.dropFirst(folder.count + 1).dropLast(Self.fileExtension.count))
      let text =
        "{{% CONTENT_TYPE:\(contentType.rawValue)}}\n" + String(decoding: bytes, as: UTF8.self)
      do {
        library.register(try MustacheTemplate(string: text), named: name)
      } catch let error as MustacheTemplate.ParserError {
        // The first line is the one added above.
        let line = error.context.lineNumber - 1
        throw DiagnosticsError([
          ReportingMessages.invalidTemplate(path, line: line, reason: "\(error.error)")
        ])
      }
    }
    self.library = library
  }

  /// Renders the template of a name.
  ///
  /// - Throws: `DiagnosticsError` when the folder has no such template.
  func render(_ name: String, _ root: TemplateObject) throws(DiagnosticsError) -> String {
    guard let text = library.render(root, withTemplate: name) else {
      throw DiagnosticsError([ReportingMessages.missingTemplate(name + Self.fileExtension)])
    }
    return text
  }
}

/// How the values in templates are escaped.
enum TemplateContentType: String {
  /// For HTML and SVG.
  case html = "PLUMBLINE_HTML"
  /// For one line of Markdown.
  case markdown = "PLUMBLINE_MARKDOWN"

  var escaping: any MustacheContentType {
    switch self {
    case .html: HTMLText()
    case .markdown: MarkdownText()
    }
  }
}
