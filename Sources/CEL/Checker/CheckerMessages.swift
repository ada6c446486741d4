// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// What the checker says.
enum CheckerMessages {
  /// The repair that puts another word in a place of the file.
  static func replace(with word: String, at range: SourceRange) -> Diagnostic.FixIt {
    Diagnostic.FixIt(
      LocalizedText(zh: "是否想写 '\(word)'？", en: "did you mean '\(word)'?"),
      edits: [Diagnostic.Edit(replace: range, with: word)])
  }
}
