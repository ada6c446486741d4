// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@testable import CEL

@Suite struct ReferenceTests {
  static let macroExamples = FunctionLibrary.all.flatMap(\.macros).flatMap(\.examples)

  static let examples = macroExamples + SyntaxDescription.all.map(\.example)

  @Test(arguments: examples) func `the examples of macros and forms hold`(
    _ example: FunctionExample
  ) throws {
    let rule = "(\(example.expression)\n) == (\(example.result))"
    let program = try TestEnvironment.program(rule)
    #expect(program.evaluate(Activation()).outcome == .true, "\(rule)")
  }

  @Test func `every type that can be written is described`() {
    let described = TypeDescription.all.map { $0.name + " " + $0.documentation.en }
    let libraries = Set(FunctionLibrary.all.flatMap(\.types.keys))
    for name in FunctionTable.all.types.keys where !libraries.contains(name) {
      #expect(described.contains { $0.contains(name) }, "\(name)")
    }
  }
}
