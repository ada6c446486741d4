// Plumbline
// SPDX-License-Identifier: Apache-2.0

// Measures the one walk of the disk that all checks of a run share, beside one and three runs of
// `find` with the same questions, and says how much memory it takes. The target is 1.3 times one run.
//
//     swift run -c release WalkBenchmark [FOLDER] [ROUNDS]

import BenchmarkSupport
import Chronology
import Collectors
import EvidenceModel
import Glibc

let folder = CommandLine.arguments.dropFirst().first ?? "/"
let rounds = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 3

/// What is asked: the arguments of `directory`, and the tests of `find` that mean the same.
let questions: [(arguments: [String: EvidenceValue], find: String)] = [
  (["any_permissions": "0002", "kind": "file"], "-type f -perm /0002"),
  (["any_permissions": "6000", "kind": "file"], "-type f -perm /6000"),
  (["unowned": true], "-nouser"),
]

/// Runs a line for the shell and returns the number that it writes.
func number(_ line: String) -> Int {
  guard let pipe = popen(line, "r") else { return -1 }
  var buffer = [UInt8](repeating: 0, count: 4_096)
  let count = fread(&buffer, 1, buffer.count, pipe)
  pclose(pipe)
  return Int(String(decoding: buffer[..<count], as: UTF8.self).filter(\.isNumber)) ?? -1
}

/// The largest memory of this process so far, in bytes.
func peak() -> Int {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss << 10
}

/// Carries the questions out as one plan and returns how much was found.
func collect() async -> (found: Int, visited: Int) {
  let plan = questions.map { question in
    EvidenceQuery(
      collector: "directory",
      arguments: question.arguments.merging(["path": .string(folder)]) { given, _ in given })
  }
  let collection = EvidenceCollection(
    registry: Collectors.registry, clock: { Instant(seconds: 0) }, timeLimit: 600_000)
  let observations = await collection.run(plan: plan, asset: "this", on: LocalHost())
  let sum = { (field: String) in
    observations.reduce(0) { $0 + Int($1.value?[field]?.intValue ?? 0) }
  }
  return (sum("count"), sum("visited") / max(1, questions.count))
}

/// Returns the seconds that work takes on the clock, the middle of the rounds.
func measure(_ work: () async -> Int) async -> (seconds: Double, result: Int) {
  var (times, result): ([Double], Int) = ([], await work())
  for _ in 0..<rounds {
    let start = ContinuousClock.now
    result = await work()
    let time = (ContinuousClock.now - start).components
    times.append(Double(time.seconds) + Double(time.attoseconds) * 1e-18)
  }
  return (times.sorted()[rounds / 2], result)
}

let find = "find '\(folder)' -mindepth 1 -xdev"
var visited = 0
let before = peak()
let walk = await measure {
  let result = await collect()
  visited = result.visited
  return result.found
}
let memory = peak()
let tests = questions.map { "\\( \($0.find) -printf x \\)" }.joined(separator: " , ")
let once = await measure { number("\(find) \(tests) 2>/dev/null | wc -c") }
let thrice = await measure {
  questions.reduce(0) { $0 + number("\(find) \($1.find) -printf x 2>/dev/null | wc -c") }
}
print("\(folder): \(visited) entries, \(rounds) rounds")
print("  one walk for \(questions.count) checks: \(fixed(walk.seconds, 2)) s, \(walk.result) found")
print("  find, all questions at once: \(fixed(once.seconds, 2)) s, \(once.result) found")
print("  find, once for each question: \(fixed(thrice.seconds, 2)) s, \(thrice.result) found")
print("  ratio to one find: \(fixed(walk.seconds / once.seconds, 2))")
print(
  "  memory: \(fixed(Double(memory) / 1e6, 1)) MB at most, \(fixed(Double(before) / 1e6, 1)) MB before"
)
