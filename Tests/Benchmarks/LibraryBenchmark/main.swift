// Plumbline
// SPDX-License-Identifier: Apache-2.0

// Measures loading, checking and compiling the shipped catalogs beside making nodes of the same
// files. The target is 150 ms on the clock.
//
//     swift run -c release LibraryBenchmark [ROUNDS] [FOLDER]

import BenchmarkSupport
import Collectors
import ControlCatalog
import Diagnostics
import EvidenceModel
import YAMLTree

let rounds = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 9
let folder =
  CommandLine.arguments.dropFirst(2).first
  ?? String(#filePath.dropLast("Tests/Benchmarks/LibraryBenchmark/main.swift".count)) + "Controls"
let files = try LibraryFolder.files(at: folder)
let loader = LibraryLoader(collectors: Collectors.registry.descriptions)
let size = Double(files.reduce(0) { $0 + $1.source.utf8.count })
let results = Measurement.interleaved(
  rounds: rounds,
  [
    Contender("YAMLTree nodes") {
      files.reduce(0) { count, file in
        YAMLParser().parse(file.source).documents.reduce(count) { $0 + $1.nodeCount }
      }
    },
    Contender("library") {
      let result = loader.load(files)
      return result.diagnostics.hasErrors ? -1 : result.library.controls.count
    },
  ])
print("\(files.count) files, \(fixed(size / 1e6, 2)) MB, \(rounds) rounds")
for result in results {
  print(
    "  \(result.name): \(fixed(result.medianElapsed * 1e3, 1)) ms,",
    "\(fixed(result.median * 1e3, 1)) ms of processor time (\(result.checksum))")
}
print("  ratio of processor time: \(fixed(results[1].median / results[0].median, 2))")
