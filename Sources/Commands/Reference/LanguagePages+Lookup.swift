// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics

extension LanguagePages {
  /// The names of all functions, operators and macros with what they do, in the order of libraries.
  var summaries: [(name: String, summary: String)] {
    var rows: [(name: String, summary: String)] = []
    for library in FunctionLibrary.all {
      let functions = library.functions.map { ($0.shownName, $0.documentation[language]) }
      let macros = library.macros.map { ($0.name, $0.documentation[language]) }
      rows += functions + macros
    }
    return rows
  }

  /// Returns all that is declared under the name of a function, operator, macro or library; `nil`
  /// when nothing is.
  ///
  /// Several libraries may declare overloads of one function, such as `string`.
  func document(named name: String) -> ReferenceDocument? {
    if let library = FunctionLibrary.all.first(where: { $0.name == name }),
      !summaries.contains(where: { $0.name == name })
    {
      return document(of: library)
    }
    var found = ReferenceDocument()
    for library in FunctionLibrary.all {
      for function in library.functions where function.shownName == name {
        found.add(document(of: function))
      }
      for macro in library.macros where macro.name == name { found.add(document(of: macro)) }
    }
    return found.blocks.isEmpty ? nil : found
  }

  /// The names that `document(named:)` knows.
  var names: [String] { summaries.map(\.name) + FunctionLibrary.all.map(\.name) }
}
