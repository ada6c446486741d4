// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// A language in which Plumbline speaks to people.
package enum Language: String, Sendable, CaseIterable, Codable {
  /// Simplified Chinese, the language of the law and the default of every report.
  case chinese = "zh"
  /// English.
  case english = "en"

  /// The BCP 47 tag, for the `lang` attribute of a page.
  package var tag: String {
    switch self {
    case .chinese: "zh-CN"
    case .english: "en"
    }
  }
}

/// A text that a person reads, in every language of the program.
package struct LocalizedText: Sendable, Hashable, Codable {
  /// The Chinese text.
  package var zh: String
  /// The English text.
  package var en: String

  package init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// A text that is the same in every language, such as a file name or a standard's number.
  package init(verbatim text: String) {
    self.init(zh: text, en: text)
  }

  /// Returns the text in one language.
  package subscript(language: Language) -> String {
    switch language {
    case .chinese: zh
    case .english: en
    }
  }
}
