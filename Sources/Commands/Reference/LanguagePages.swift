// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics

/// The reference of the rule language, written from the declarations that the checker reads.
struct LanguagePages {
  let language: Language

  init(_ language: Language) {
    self.language = language
  }

  private func say(zh: String, en: String) -> String { LocalizedText(zh: zh, en: en)[language] }

  // MARK: The whole page

  /// Everything on one page.
  var page: ReferenceDocument {
    var page = ReferenceDocument([
      .heading(say(zh: "规则语言（CEL）参考", en: "The rule language (CEL)"), level: 1),
      .paragraph(
        say(
          zh: """
            规则用通用表达式语言 CEL（cel.dev）书写。表达式没有副作用，开销有上限，加载目录时即检查类型、\
            字段名和正则表达式。证据未采集时结果为“未知”，求值失败时为“错误”；两者都不算通过。
            """,
          en: """
            Rules are written in the Common Expression Language, CEL (cel.dev). Expressions have no \
            side effects and a bounded cost; types, field names and regular expressions are checked \
            when a catalog loads. Evidence that was not collected makes a result unknown, a failed \
            evaluation makes it an error; neither is a pass.
            """)),
      .heading(say(zh: "写法", en: "Forms"), level: 2),
      .paragraph(
        say(zh: "由紧到松排列；括号可改变次序。", en: "The tightest binding first; parentheses group.")),
      syntaxTable,
      .heading(say(zh: "类型", en: "Types"), level: 2),
      typeTable,
    ])
    page.add(.heading(say(zh: "函数、运算符和宏", en: "Functions, operators and macros"), level: 2))
    page.add(.table(head: libraryHead, rows: FunctionLibrary.all.map(libraryRow)))
    for library in FunctionLibrary.all { page.add(document(of: library)) }
    page.add(limits)
    return page
  }

  private var syntaxTable: ReferenceDocument.Block {
    .table(
      head: [
        say(zh: "写法", en: "Form"), say(zh: "含义", en: "Meaning"), say(zh: "示例", en: "Example"),
      ],
      rows: SyntaxDescription.all.map {
        [.code($0.form), .text($0.documentation[language]), .code(line($0.example))]
      })
  }

  private var typeTable: ReferenceDocument.Block {
    .table(
      head: [
        say(zh: "类型", en: "Type"), say(zh: "写法", en: "Written"), say(zh: "值", en: "Values"),
      ],
      rows: TypeDescription.all.map {
        [.code($0.name), .code($0.literal), .text($0.documentation[language])]
      })
  }

  private var libraryHead: [String] {
    [say(zh: "库", en: "Library"), say(zh: "内容", en: "For"), say(zh: "名称", en: "Names")]
  }

  private func libraryRow(_ library: FunctionLibrary) -> [ReferenceDocument.Cell] {
    [
      .link(library.name, to: "#\(library.name)"), .text(library.documentation[language]),
      .code(names(in: library).joined(separator: "  ")),
    ]
  }

  /// The names that a library declares, each once, in order.
  private func names(in library: FunctionLibrary) -> [String] {
    var names: [String] = []
    for name in library.functions.map(\.shownName) + library.macros.map(\.name)
    where !names.contains(name) {
      names.append(name)
    }
    return names
  }

  // MARK: Libraries

  /// A library with all that it declares.
  func document(of library: FunctionLibrary) -> ReferenceDocument {
    var document = ReferenceDocument([
      .heading(library.name, level: 2), .paragraph(library.documentation[language]),
    ])
    if !library.types.isEmpty {
      document.add(.heading(say(zh: "类型", en: "Types"), level: 3))
      document.add(.signatures(library.types.keys.sorted()))
    }
    for function in library.functions { document.add(self.document(of: function)) }
    for macro in library.macros { document.add(self.document(of: macro)) }
    return document
  }

  /// A function with its signatures and examples.
  func document(of function: FunctionDeclaration) -> ReferenceDocument {
    document(
      function.shownName, function.documentation,
      function.overloads.map { $0.signature(of: function) },
      function.overloads.flatMap(\.examples))
  }

  /// A macro with its forms and examples.
  func document(of macro: MacroDeclaration) -> ReferenceDocument {
    document(macro.name, macro.documentation, macro.forms, macro.examples)
  }

  private func document(
    _ name: String, _ documentation: LocalizedText, _ forms: [String],
    _ examples: [FunctionExample]
  ) -> ReferenceDocument {
    var document = ReferenceDocument([
      .name(name, level: 3), .paragraph(documentation[language]), .signatures(forms),
    ])
    if !examples.isEmpty { document.add(.code(examples.map(line), format: "")) }
    return document
  }

  private func line(_ example: FunctionExample) -> String {
    "\(example.expression)  →  \(example.result)"
  }

  // MARK: Limits

  private var limits: ReferenceDocument {
    ReferenceDocument([
      .heading(say(zh: "上限", en: "Limits"), level: 2),
      .table(
        head: [
          say(zh: "内容", en: "What"), say(zh: "上限", en: "Limit"), say(zh: "含义", en: "Meaning"),
        ],
        rows: LimitDescription.all.map {
          [.text($0.name[language]), .code(String($0.value)), .text($0.meaning[language])]
        }),
      .paragraph(LimitDescription.units[language]),
    ])
  }
}

extension FunctionDeclaration {
  /// The name as people write it: the sign of an operator.
  var shownName: String { symbol ?? name }
}
