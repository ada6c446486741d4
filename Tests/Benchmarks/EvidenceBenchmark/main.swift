// Plumbline
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSupport
import Chronology
import EvidenceModel
import Glibc

// Two things are measured: what writing a large bundle adds to the memory of the program, and what
// collecting the host baseline takes beside the common tools on the same files.
//
//     swift run -c release EvidenceBenchmark .build/release/plumbline

// MARK: - A folder with half a million entries

/// The largest memory that this process has held so far, in MiB.
func peakMemory() -> Int {
  var usage = rusage()
  getrusage(__rusage_who_t(0), &usage)
  return usage.ru_maxrss / 1_024
}

func listing(count: Int) -> EvidenceValue {
  let entries = (0..<count).map { index -> EvidenceValue in
    [
      "path": .string("/srv/shop/images/\(index % 997)/\(index).jpg"), "type": "file",
      "mode": "0644", "owner": "www-data", "group": "www-data", "size": .int(Int64(index)),
      "modified": "2026-01-10T08:00:00+08:00",
    ]
  }
  return ["entries": .list(entries)]
}

func measureBundle() {
  let time = Instant(seconds: 1_795_363_200)
  let bundle = Bundle(
    asset: "web-1", host: HostIdentity(access: .memory, isLive: true, isPrivileged: true),
    collectedAt: time, toolVersion: "benchmark",
    observations: [
      Observation(
        asset: "web-1", query: EvidenceQuery(collector: "directory"), status: .collected,
        value: listing(count: 500_000), collectedAt: time)
    ])
  let before = peakMemory()
  var size = 0
  var digest = SHA256Digest.Running()
  BundleWriter.write(bundle) { piece in
    size += piece.count
    digest.add(piece)
  }
  print("bundle of 500,000 entries: \(size >> 20) MiB of JSON")
  print(
    "  memory of the evidence itself \(before) MiB; added by writing \(peakMemory() - before) MiB")
}

// MARK: - The host baseline

/// Runs a command line several times and returns the middle of the wall-clock times in milliseconds.
func milliseconds(_ line: String, rounds: Int = 9) -> Double {
  var times: [Double] = []
  for round in 0...rounds {
    var start = timespec()
    var end = timespec()
    clock_gettime(CLOCK_MONOTONIC, &start)
    _ = system(line)
    clock_gettime(CLOCK_MONOTONIC, &end)
    let seconds = Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) * 1e-9
    if round > 0 { times.append(seconds * 1_000) }
  }
  return times.sorted()[times.count / 2]
}

func measureHost(_ program: String) {
  let folder = "/tmp/plumbline-benchmark-\(getpid())"
  _ = system("mkdir -p \(folder)")
  defer { _ = system("rm -rf \(folder)") }
  let bundle = "\(folder)/here.json"
  let collect = "\(program) collect --quiet --output \(bundle)"
  _ = system(collect)
  // The files that the baseline reads, by the bundle's own account.
  _ = system(
    "grep -o '\"kind\":\"file\"[^}]*\"name\":\"[^\"]*\"' \(bundle) | sed 's/.*\"name\":\"//; s/\"$//' "
      + "| sort -u > \(folder)/files")
  let rows = [
    ("plumbline collect", collect),
    ("plumbline collect --plan", "\(program) collect --plan > /dev/null"),
    (
      "sha256sum of the same files",
      "xargs -d '\\n' sha256sum < \(folder)/files > /dev/null 2>&1"
    ),
    ("find /etc", "find /etc -printf '%p %m %u\\n' > /dev/null 2>&1"),
  ]
  let measured = rows.map { ($0.0, milliseconds($0.1)) }
  for (name, time) in measured {
    print("\(fixed(time, 1)) ms  \(fixed(measured[0].1 / time, 2)) x  \(name)")
  }
}

measureBundle()
if CommandLine.arguments.count > 1 { measureHost(CommandLine.arguments[1]) }
