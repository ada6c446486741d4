// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
package import Chronology
package import Diagnostics

/// One argument that a collector takes.
package struct ArgumentDescription: Sendable, Hashable {
  /// What values an argument takes.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A text.
    case text
    /// A list of texts.
    case textList = "text_list"
    /// A text, or a list of them.
    case textOrList = "text_or_list"
    /// True or false.
    case boolean
    /// A whole number that is not negative.
    case integer
    /// A regular expression in the syntax of RE2.
    case pattern
    /// A moment or a date, as in RFC 3339.
    case instant
    /// Permission bits as octal digits, such as `0002`.
    case permissions

    /// The kind in words.
    package var label: LocalizedText {
      switch self {
      case .text: LocalizedText(zh: "文本", en: "a text")
      case .textList: LocalizedText(zh: "文本列表", en: "a list of texts")
      case .textOrList: LocalizedText(zh: "文本或文本列表", en: "a text or a list of texts")
      case .boolean: LocalizedText(zh: "布尔值", en: "true or false")
      case .integer: LocalizedText(zh: "非负整数", en: "a whole number of at least 0")
      case .pattern: LocalizedText(zh: "RE2 正则表达式", en: "an RE2 regular expression")
      case .instant:
        LocalizedText(zh: "RFC 3339 时间或日期", en: "a time or date as in RFC 3339")
      case .permissions:
        LocalizedText(zh: "八进制权限位，如 \"0002\"", en: "octal permission bits such as \"0002\"")
      }
    }

    /// Whether a value is of this kind; lists are not empty.
    package func accepts(_ value: EvidenceValue) -> Bool {
      switch (self, value) {
      case (.text, .string), (.textOrList, .string), (.boolean, .bool): true
      case (.textList, .list(let values)), (.textOrList, .list(let values)):
        !values.isEmpty && values.allSatisfy { $0.stringValue != nil }
      case (.integer, .int(let number)): number >= 0
      case (.pattern, .string(let text)): (try? LinePattern(text)) != nil
      case (.instant, .string(let text)): Instant(text) != nil
      case (.permissions, .string(let text)): CollectorArguments.permissions(text) != nil
      default: false
      }
    }
  }

  /// The name.
  package var name: String
  /// What values it takes.
  package var kind: Kind
  /// Whether a query must give it.
  package var isRequired: Bool
  /// What it means.
  package var doc: LocalizedText
  /// The value when a query does not give it.
  package var defaultValue: EvidenceValue?
  /// The only texts that it may have or list; empty when any will do.
  package var choices: [String]

  package init(
    _ name: String, _ kind: Kind, isRequired: Bool = false,
    default defaultValue: EvidenceValue? = nil, choices: [String] = [],
    zh: String, en: String
  ) {
    self.name = name
    self.kind = kind
    self.isRequired = isRequired
    self.choices = choices
    self.doc = LocalizedText(zh: zh, en: en)
    self.defaultValue = defaultValue
  }
}

extension ArgumentDescription {
  /// Returns the first text of a value that is none of the choices.
  fileprivate func unknownChoice(in value: EvidenceValue?) -> String? {
    guard !choices.isEmpty, let value else { return nil }
    let texts = value.listValue?.compactMap(\.stringValue) ?? value.stringValue.map { [$0] } ?? []
    return texts.first { !choices.contains($0) }
  }
}

/// An argument of a query that its collector does not take.
package struct ArgumentProblem: Sendable, Hashable {
  /// The argument's name.
  package var name: String
  /// The rule it breaks.
  package var message: LocalizedText
  /// The name that was probably meant.
  package var suggestion: String?
}

/// The arguments of a query, checked and with defaults filled in.
package struct CollectorArguments: Sendable {
  private let values: [String: EvidenceValue]

  /// Checks the arguments of a query against their descriptions.
  package init(_ given: [String: EvidenceValue], _ descriptions: [ArgumentDescription])
    throws(ArgumentProblems)
  {
    let problems = Self.problems(in: given, descriptions)
    guard problems.isEmpty else { throw ArgumentProblems(problems: problems) }
    let defaults = descriptions.compactMap { argument in
      argument.defaultValue.map { (argument.name, $0) }
    }
    values = given.merging(defaults) { given, _ in given }
  }

  /// Returns what is wrong with the arguments of a query, in the order of their names.
  package static func problems(
    in given: [String: EvidenceValue], _ descriptions: [ArgumentDescription]
  ) -> [ArgumentProblem] {
    var problems: [ArgumentProblem] = []
    for name in given.keys.sorted() {
      guard let argument = descriptions.first(where: { $0.name == name }) else {
        let suggestion = SpellingSuggestion.nearest(to: name, in: descriptions.map(\.name))
        let message = EvidenceMessages.unknownArgument(name)
        problems.append(ArgumentProblem(name: name, message: message, suggestion: suggestion))
        continue
      }
      if let value = given[name], !argument.kind.accepts(value) {
        let message = EvidenceMessages.wrongArgument(name, argument.kind)
        problems.append(ArgumentProblem(name: name, message: message))
      } else if let text = argument.unknownChoice(in: given[name]) {
        let message = EvidenceMessages.unknownChoice(name, text, argument.choices)
        let suggestion = SpellingSuggestion.nearest(to: text, in: argument.choices)
        problems.append(ArgumentProblem(name: name, message: message, suggestion: suggestion))
      }
    }
    for argument in descriptions where argument.isRequired && given[argument.name] == nil {
      let message = EvidenceMessages.missingArgument(argument.name)
      problems.append(ArgumentProblem(name: argument.name, message: message))
    }
    return problems
  }

  /// The text of an argument; empty when it was not given.
  package func text(_ name: String) -> String { values[name]?.stringValue ?? "" }

  /// The text of an argument that may be left out.
  package func optionalText(_ name: String) -> String? { values[name]?.stringValue }

  /// The texts of an argument: those of its list, or the only one.
  package func texts(_ name: String) -> [String] {
    guard let value = values[name] else { return [] }
    return value.listValue?.compactMap(\.stringValue) ?? value.stringValue.map { [$0] } ?? []
  }

  /// The whole number of an argument that may be left out.
  package func integer(_ name: String) -> Int? { values[name]?.intValue.map { Int(clamping: $0) } }

  /// The moment of an argument that may be left out; a date is its midnight in China.
  package func instant(_ name: String) -> Instant? {
    values[name]?.stringValue.flatMap { Instant($0) }
  }

  /// The permission bits of an argument that may be left out.
  package func permissions(_ name: String) -> Int? {
    values[name]?.stringValue.flatMap(Self.permissions)
  }

  /// Returns the bits that octal digits stand for, 0 to 0o7777.
  static func permissions(_ text: String) -> Int? {
    guard text.utf8.allSatisfy({ (0x30...0x37).contains($0) }), text.utf8.count <= 5 else {
      return nil
    }
    return Int(text, radix: 8).flatMap { $0 <= 0o7777 ? $0 : nil }
  }

  /// Whether an argument is true.
  package func flag(_ name: String) -> Bool { values[name]?.boolValue ?? false }
}

/// All that is wrong with the arguments of a query.
package struct ArgumentProblems: Error, Sendable {
  /// At least one.
  package var problems: [ArgumentProblem]

  /// All of them in one text.
  package var message: LocalizedText {
    LocalizedText(
      zh: problems.map(\.message.zh).joined(separator: "；"),
      en: problems.map(\.message.en).joined(separator: "; "))
  }
}
