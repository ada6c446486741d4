// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import YAMLTree

/// The fixed texts of a report, by section and key.
package struct Wording: Sendable {
  /// The file that holds them, in a source of templates.
  package static let path = "wording.yaml"

  private var texts: [String: [String: LocalizedText]] = [:]

  /// Reads the wording of a source.
  ///
  /// In layered templates every layer's file is read, and a layer needs to hold only what it
  /// changes; a key that no shipped text has is an error, because it would change nothing.
  ///
  /// - Throws: `DiagnosticsError` for a file that is no wording; what reading a file throws.
  package init(from source: any TemplateSource) throws {
    let layers = (source as? LayeredTemplates)?.sources ?? [source]
    for layer in layers.reversed() {
      guard let bytes = try layer.file(Self.path) else { continue }
      try merge(SourceText(name: Self.path, utf8: bytes))
    }
  }

  /// The names of sections and keys, such as `outcome.pass`.
  package var keys: [String] {
    texts.flatMap { section, texts in texts.keys.map { section + "." + $0 } }.sorted()
  }

  /// Returns a text, or `nil` when there is none of the name.
  package func text(_ section: String, _ key: String) -> LocalizedText? { texts[section]?[key] }

  /// Returns the texts of all sections in one language.
  func strings(in language: Language) -> [String: [String: String]] {
    texts.mapValues { $0.mapValues { $0[language] } }
  }

  private mutating func merge(_ source: SourceText) throws(DiagnosticsError) {
    let isFirst = texts.isEmpty
    let (sections, found) = YAMLDecoder()
      .decode(YAMLEntries<YAMLEntries<LocalizedText>>.self, from: source)
    var diagnostics = found
    for section in sections?.entries ?? [] {
      for entry in section.value.entries {
        if !isFirst, texts[section.name]?[entry.name] == nil {
          diagnostics.append(
            ReportingMessages.unknownWording("\(section.name).\(entry.name)", at: entry.nameSpan))
        }
        texts[section.name, default: [:]][entry.name] = entry.value
      }
    }
    if diagnostics.hasErrors { throw DiagnosticsError(diagnostics) }
  }
}
