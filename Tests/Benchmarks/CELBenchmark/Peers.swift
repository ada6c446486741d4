// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Another implementation with the nanoseconds that it takes for each rule.
struct Peer: Decodable {
  var name: String
  var nanoseconds: [String: Double]
}

/// Measures the implementations that a Python has.
enum Peers {
  /// Returns the peers that are installed; none without Python.
  static func measure(_ data: BenchmarkData) -> [Peer] {
    let python = ProcessInfo.processInfo.environment["CEL_PEER_PYTHON"] ?? "python3"
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [python, "-c", script, data.rulesPath, data.factsPath]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      print("no \(python): measuring without peers")
      return []
    }
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let peers = (try? JSONDecoder().decode([Peer].self, from: text)) ?? []
    if peers.isEmpty { print("no wheels in \(python): measuring without peers") }
    return peers
  }

  /// Times each rule with each wheel; the binding of the facts is left out.
  private static let script = """
    import json, sys, time
    from datetime import datetime
    rules = json.load(open(sys.argv[1]))
    facts = json.load(open(sys.argv[2]))

    def when(text):
        return datetime.fromisoformat(text.replace("Z", "+00:00"))

    facts["now"] = when(facts["now"])
    for group in facts.values():
        if isinstance(group, dict):
            for key, value in group.items():
                if isinstance(value, str) and value[4:5] == "-" and value.endswith("Z"):
                    group[key] = when(value)

    def measure(work):
        runs = 1
        while True:
            start = time.perf_counter_ns()
            for _ in range(runs):
                work()
            taken = time.perf_counter_ns() - start
            if taken > 5_000_000:
                break
            runs *= 2
        best = taken / runs
        for _ in range(4):
            start = time.perf_counter_ns()
            for _ in range(runs):
                work()
            best = min(best, (time.perf_counter_ns() - start) / runs)
        return best

    peers = []

    def peer(name, prepare):
        times = {}
        for rule in rules:
            try:
                work, isTrue = prepare(rule["cel"])
                if isTrue():
                    times[rule["name"]] = measure(work)
            except Exception:
                pass
        if times:
            peers.append({"name": name, "nanoseconds": times})

    try:
        import cel
        context = cel.Context(variables=facts)
        def prepare(text):
            program = cel.compile(text)
            return lambda: program.execute(context), lambda: program.execute(context) is True
        peer("Rust wheel", prepare)
    except ImportError:
        pass
    try:
        from cel_expr_python import cel as cpp
        environment = cpp.NewEnv(variables={name: cpp.Type.DYN for name in facts})
        def prepare(text):
            program = environment.compile(text)
            activation = environment.Activation(facts)
            return (lambda: program.eval(activation),
                    lambda: program.eval(activation).value() is True)
        peer("C++ wheel", prepare)
    except ImportError:
        pass
    print(json.dumps(peers))
    """
}
