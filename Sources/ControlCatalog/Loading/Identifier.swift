// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import YAMLTree

/// A name of letters, digits and underscores that starts with a lower-case letter: what a rule can
/// use as a variable.
struct Identifier: YAMLTextDecodable {
  let text: String

  static var expectation: LocalizedText {
    LocalizedText(
      zh: "小写字母开头、由小写字母、数字和下划线组成的名称",
      en: "a name of lower-case letters, digits and underscores that starts with a letter")
  }

  init?(yamlText text: String) {
    let isName = text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
    }
    guard isName, let first = text.utf8.first, (0x61...0x7A).contains(first) else { return nil }
    self.text = text
  }
}

extension RequirementID: YAMLTextDecodable {
  package static var expectation: LocalizedText {
    LocalizedText(zh: "要求的编号，形如 CSL/23(3)", en: "the name of a requirement such as CSL/23(3)")
  }

  package init?(yamlText text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, !text.contains(" ") else {
      return nil
    }
    self.init(text)
  }
}
