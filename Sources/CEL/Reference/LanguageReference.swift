// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// The reference of the expression language, written from the declarations that the checker reads.
package enum LanguageReference {
  /// Returns the page in Markdown.
  package static func markdown(_ language: Language) -> String {
    var page = Page(language: language)
    page.write()
    return page.text
  }

  private struct Page {
    let language: Language
    var text = ""

    private mutating func line(_ line: String = "") { text += line + "\n" }

    private func say(zh: String, en: String) -> String {
      LocalizedText(zh: zh, en: en)[language]
    }

    mutating func write() {
      line("# " + say(zh: "规则语言（CEL）参考", en: "The rule language (CEL)"))
      line()
      for library in FunctionLibrary.all { write(library) }
      writeLimits()
    }

    private mutating func write(_ library: FunctionLibrary) {
      line("## \(library.name)")
      line()
      line(library.documentation[language])
      line()
      for function in library.functions { write(function) }
      for macro in library.macros { write(macro) }
    }

    private mutating func write(_ function: FunctionDeclaration) {
      line("### `\(function.symbol ?? function.name)`")
      line()
      line(function.documentation[language])
      line()
      for overload in function.overloads { line("- `\(overload.signature(of: function))`") }
      write(function.overloads.flatMap(\.examples))
    }

    private mutating func write(_ macro: MacroDeclaration) {
      line("### `\(macro.name)`")
      line()
      line(macro.documentation[language])
      line()
      for form in macro.forms { line("- `\(form)`") }
      write(macro.examples)
    }

    private mutating func write(_ examples: [FunctionExample]) {
      line()
      for example in examples { line("    \(example.expression)  →  \(example.result)") }
      if !examples.isEmpty { line() }
    }

    private mutating func writeLimits() {
      let limits = Limits.default
      line("## " + say(zh: "上限", en: "Limits"))
      line()
      line("| \(say(zh: "内容", en: "What")) | \(say(zh: "上限", en: "Limit")) |")
      line("| --- | ---: |")
      let rows = [
        (say(zh: "表达式的字节数", en: "Bytes of an expression"), limits.sourceSize),
        (say(zh: "表达式的嵌套层数", en: "Levels of nesting"), limits.nesting),
        (say(zh: "宏的嵌套层数", en: "Macros inside each other"), limits.macroNesting),
        (say(zh: "一次求值的开销", en: "Units that an evaluation may cost"), limits.cost),
      ]
      for (name, value) in rows { line("| \(name) | \(value) |") }
      line()
      line(
        say(
          zh: """
            读取变量或字段为一个单位；建立列表为 10，建立映射为 30；查看文本每十个字节、列表每十个元素为一个单位；\
            循环的每个元素为一个单位。超过上限时求值以错误结束，规则不会因此通过。
            """,
          en: """
            Reading a variable or field is one unit; making a list 10, making a map 30; looking \
            through ten bytes of text or ten elements one unit; each element of a loop one unit. \
            Beyond the limit the evaluation ends with an error, and no rule passes by it.
            """))
    }
  }
}

extension Overload {
  /// The overload as the reference shows it, such as `string.startsWith(string) -> bool`.
  func signature(of function: FunctionDeclaration) -> String {
    var types = parameters.map(\.description)
    if isVariadic, let last = types.last { types[types.count - 1] = last + "…" }
    if let symbol = function.symbol {
      return types.count == 2
        ? "\(types[0]) \(symbol) \(types[1]) -> \(result)" : "\(symbol)\(types[0]) -> \(result)"
    }
    let receiver = isMember ? types.removeFirst() + "." : ""
    return "\(receiver)\(function.name)(\(types.joined(separator: ", "))) -> \(result)"
  }
}
