// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import YAMLTree

/// Returns the root of the first document of a text.
func root(_ text: String) -> YAMLNode { parse(text).documents[0].root }

func parse(_ text: String, limits: YAMLLimits = YAMLLimits()) -> YAMLStream {
  YAMLParser(limits: limits).parse(SourceText(name: "a.yaml", text))
}

func render(_ diagnostics: [Diagnostic], _ language: Language = .english) -> String {
  DiagnosticRenderer(language: language).render(diagnostics)
}

extension SourceText {
  /// The text with the repairs of the diagnostics carried out.
  func applying(_ fixIts: [Diagnostic.FixIt]) -> SourceText {
    var bytes = utf8
    for edit in fixIts.flatMap(\.edits).sorted(by: { $0.range.start > $1.range.start }) {
      bytes.replaceSubrange(edit.range.bytes, with: Array(edit.replacement.utf8))
    }
    return SourceText(name: name, utf8: bytes)
  }
}
