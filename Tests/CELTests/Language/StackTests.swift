// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization
import Testing

@testable import CEL

@Suite struct StackTests {
  @Test(arguments: [
    String(repeating: "(", count: 46) + "x" + String(repeating: ")", count: 46) + " == 1",
    String(repeating: "true ? 1 : ", count: 44) + "x",
    String(repeating: "[", count: 45) + "x" + String(repeating: "]", count: 45),
    String(repeating: "{'a': ", count: 45) + "x" + String(repeating: "}", count: 45),
    String(repeating: "!", count: 44) + "(x == 1)",
    String(repeating: "x + (", count: 23) + "x" + String(repeating: ")", count: 23),
    String(repeating: "[1].all(a, ", count: 24) + "x == 1" + String(repeating: ")", count: 24),
    String(repeating: "cel.bind(v, x, ", count: 24) + "x" + String(repeating: ")", count: 24),
  ]) func `the deepest expressions fit a small thread stack`(_ text: String) {
    let outcome = Mutex<Trace.Outcome?>(nil)
    let isDone = DispatchSemaphore(value: 0)
    let environment = TestEnvironment.full
    let thread = Thread {
      let compilation = environment.compile(TestEnvironment.source(text))
      if let program = compilation.program {
        var activation = Activation()
        activation.bind("x", .int(1))
        let result = program.evaluate(activation)
        _ = program.explain(activation)
        _ = program.tree.unparsed
        outcome.withLock { $0 = result.outcome }
      }
      isDone.signal()
    }
    // Without optimization a level takes twice the stack that it takes in a release.
    thread.stackSize = 1 << 20
    thread.start()
    isDone.wait()
    #expect(outcome.withLock { $0 } != nil)
  }

  @Test func `macros with variables have a limit of their own`() {
    let text =
      String(repeating: "xs.all(a, ", count: 25) + "true" + String(repeating: ")", count: 25)
    #expect(TestEnvironment.diagnostics(text) == ["macros-too-deep: a"])
  }
}
