// Plumbline
// SPDX-License-Identifier: Apache-2.0

// Measures compiling, evaluating and explaining rules, beside other implementations of the language
// when they are installed. Run it in release mode:
//
//   swift run -c release CELBenchmark [RULE…]
//
// `CEL_PEER_PYTHON` names the Python that has the wheels `cel-expr-python` and
// `common-expression-language`.

import CEL
import Diagnostics
import Foundation

let data = try BenchmarkData.load()
let shapes = ShapeTable()
var activation = Activation()
var environment = CELEnvironment()
for (name, fact) in data.facts.sorted(by: { $0.key < $1.key }) {
  activation.bind(name, fact.value(shapes))
  environment.declare(name, .dyn)
}

/// Returns the nanoseconds that one run takes: the best of several rounds of many runs.
func nanoseconds(_ work: () -> Void) -> Double {
  let clock = ContinuousClock()
  var runs = 1
  while true {
    let time = clock.measure { for _ in 0..<runs { work() } }
    if time >= .milliseconds(5) { break }
    runs *= 2
  }
  let rounds = (0..<9).map { _ in
    let time = clock.measure { for _ in 0..<runs { work() } }
    return Double(time.components.attoseconds) / 1e9 / Double(runs)
  }
  return rounds.min() ?? 0
}

func cell(_ value: Double?) -> String {
  guard let value else { return String(repeating: " ", count: 11) + "-" }
  let text = String(format: "%.0f", value)
  return String(repeating: " ", count: max(0, 12 - text.count)) + text
}

let peers = Peers.measure(data)
var names = ["evaluate", "explain", "compile"] + peers.map(\.name)
print("nanoseconds".padding(toLength: 20, withPad: " ", startingAt: 0), terminator: "")
print(names.map { String(repeating: " ", count: max(0, 12 - $0.count)) + $0 }.joined())
var sums = [Double](repeating: 0, count: names.count)
var logarithms = sums
var counts = [Int](repeating: 0, count: names.count)
let wanted = Set(CommandLine.arguments.dropFirst())
for rule in data.rules where wanted.isEmpty || wanted.contains(rule.name) {
  let source = EmbeddedText(whole: SourceText(name: rule.name, rule.cel))
  guard let program = environment.compile(source, expecting: .bool).program else {
    print("\(rule.name) does not compile")
    continue
  }
  // Only what is not true is explained; so the opposite is.
  let opposite = EmbeddedText(whole: SourceText(name: rule.name, "!(\(rule.cel))"))
  guard let failing = environment.compile(opposite, expecting: .bool).program else { continue }
  guard case .value(.bool(true)) = program.evaluate(activation) else {
    print("\(rule.name) is not true: \(program.evaluate(activation))")
    continue
  }
  var row: [Double?] = [
    nanoseconds { _ = program.evaluate(activation) },
    nanoseconds { _ = failing.explain(activation) },
    nanoseconds { _ = environment.compile(source, expecting: .bool) },
  ]
  row += peers.map { $0.nanoseconds[rule.name] }
  print(
    rule.name.padding(toLength: 20, withPad: " ", startingAt: 0) + row.map(cell).joined())
  for (index, value) in row.enumerated() {
    guard let value else { continue }
    sums[index] += value
    logarithms[index] += log(value)
    counts[index] += 1
  }
}
print("sum                 " + sums.map(cell).joined())
let means = zip(logarithms, counts).map { exp($0 / Double(max($1, 1))) }
print("geometric mean      " + means.map(cell).joined())

let letters = String(repeating: "a", count: 100_000)
var hostileEnvironment = environment
hostileEnvironment.declare("x", .string)
var hostileActivation = activation
hostileActivation.bind("x", .string(letters))
if let program = hostileEnvironment.compile(
  EmbeddedText(whole: SourceText(name: "hostile", #"!x.matches("^(a|a)*b")"#))
).program {
  let time = nanoseconds { _ = program.evaluate(hostileActivation) }
  print("^(a|a)*b against 100,000 letters: \(cell(time)) ns")
}
