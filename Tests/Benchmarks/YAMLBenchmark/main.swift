// Plumbline
// SPDX-License-Identifier: Apache-2.0

// Measures YAMLTree beside libyaml's bare event loop. The target is 0.67 of its speed.
//
//     swift run -c release YAMLBenchmark [ROUNDS] [MEGABYTES]

import BenchmarkSupport
import CLibYAML
import Diagnostics
import YAMLTree

/// Reads a source with libyaml's event parser alone and returns the number of events.
func bareEventLoop(_ source: SourceText) -> Int {
  var parser = yaml_parser_t()
  var event = yaml_event_t()
  var count = 0
  yaml_parser_initialize(&parser)
  defer { yaml_parser_delete(&parser) }
  return source.utf8.withUnsafeBufferPointer { bytes in
    yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
    while yaml_parser_parse(&parser, &event) != 0 {
      count += 1
      let isEnd = event.type == YAML_STREAM_END_EVENT
      yaml_event_delete(&event)
      if isEnd { return count }
    }
    return -1
  }
}

/// Reads a source into nodes and returns their number.
func nodes(_ source: SourceText) -> Int {
  let stream = YAMLParser().parse(source)
  return stream.diagnostics.isEmpty ? stream.documents.reduce(0) { $0 + $1.nodeCount } : -1
}

func compare(_ title: String, _ sources: [SourceText], rounds: Int) {
  let size = Double(sources.reduce(0) { $0 + $1.utf8.count })
  let results = Measurement.interleaved(
    rounds: rounds,
    [
      Contender("libyaml events") { sources.reduce(0) { $0 + bareEventLoop($1) } },
      Contender("YAMLTree nodes") { sources.reduce(0) { $0 + nodes($1) } },
    ])
  print("\(title): \(fixed(size / 1e6, 1)) MB in \(sources.count) file(s), \(rounds) rounds")
  for result in results {
    let speed = fixed(size / 1e6 / result.median, 1)
    print("  \(result.name): \(speed) MB/s (\(fixed(result.median, 3)) s, \(result.checksum))")
  }
  print("  ratio: \(fixed(results[0].median / results[1].median, 3))")
}

let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
let rounds = arguments.first ?? 7
let controls = CatalogueCorpus.controls(bytes: (arguments.dropFirst().first ?? 30) * 1_000_000)
compare(
  "one catalogue",
  [SourceText(name: "catalogue.yaml", CatalogueCorpus.catalogue(of: controls))], rounds: rounds)
compare(
  "a file per control",
  controls.map { SourceText(name: "control.yaml", $0) }, rounds: rounds)
