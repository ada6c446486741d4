// Plumbline
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Testing

/// A golden file beside the tests; `RECORD_SNAPSHOTS=1` rewrites it and still fails the run.
struct Snapshot {
  let text: String
  private let url: URL

  init(_ name: String, in file: String = #filePath) throws {
    url = URL(filePath: file).deletingLastPathComponent().appending(path: "Snapshots/" + name)
    text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
  }

  func expect(_ actual: String) throws {
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try Data(actual.utf8).write(to: url)
      Issue.record("recorded \(url.lastPathComponent)")
    }
    let expected = text.split(separator: "\n", omittingEmptySubsequences: false)
    let lines = actual.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines == expected)
  }
}
