// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension FunctionLibrary {
  /// The functions of the standard that look into text.
  static let text = FunctionLibrary(
    "text",
    LocalizedText(zh: "文本的基本检查", en: "Basic tests of text"),
    functions: [contains, startsWith, endsWith])

  private static let contains = FunctionDeclaration(
    "contains",
    LocalizedText(zh: "文本中是否出现另一段文本", en: "Whether a text occurs in another"),
    [
      .member(
        "contains_string", [.string, .string], .bool,
        examples: [FunctionExample(#""PermitRootLogin no".contains("Root")"#, "true")],
        cost: .product(0, 1),
        .binary { text, part in
          .bool(text.string.contains(part.string))
        })
    ])

  private static let startsWith = FunctionDeclaration(
    "startsWith",
    LocalizedText(zh: "文本是否以另一段文本开头", en: "Whether a text begins with another"),
    [
      .member(
        "starts_with_string", [.string, .string], .bool,
        examples: [FunctionExample(#""/etc/ssh".startsWith("/etc")"#, "true")],
        cost: .traversal([1]),
        .binary { text, prefix in
          .bool(text.string.starts(with: prefix.string))
        })
    ])

  private static let endsWith = FunctionDeclaration(
    "endsWith",
    LocalizedText(zh: "文本是否以另一段文本结尾", en: "Whether a text ends with another"),
    [
      .member(
        "ends_with_string", [.string, .string], .bool,
        examples: [FunctionExample(#""sshd.conf".endsWith(".conf")"#, "true")],
        cost: .traversal([1]),
        .binary { text, suffix in
          .bool(text.string.ends(with: suffix.string))
        })
    ])
}
