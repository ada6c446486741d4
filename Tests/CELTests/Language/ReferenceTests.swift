// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@testable import CEL

@Suite struct ReferenceTests {
  @Test(arguments: Language.allCases) func `every function, macro and overload is on the page`(
    _ language: Language
  ) {
    let page = LanguageReference.markdown(language)
    for library in FunctionLibrary.all {
      for function in library.functions {
        #expect(page.contains("### `\(function.symbol ?? function.name)`"))
        for overload in function.overloads {
          #expect(page.contains("- `\(overload.signature(of: function))`"))
        }
      }
      for macro in library.macros { #expect(page.contains("### `\(macro.name)`")) }
    }
  }

  static let macroExamples = FunctionLibrary.all.flatMap(\.macros).flatMap(\.examples)

  @Test(arguments: macroExamples) func `the examples of macros hold`(
    _ example: FunctionExample
  ) throws {
    let rule = "(\(example.expression)) == (\(example.result))"
    let program = try TestEnvironment.program(rule)
    #expect(program.evaluate(Activation()).outcome == .true, "\(rule)")
  }

  @Test func `names of overloads are unique`() {
    let ids = FunctionLibrary.all.flatMap(\.functions).flatMap(\.overloads).map(\.id)
    #expect(Set(ids).count == ids.count)
  }
}
