// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import CEL

@Suite struct ConformanceTests {
  /// The rows that we do not meet, with the reason from the text of the specification.
  static let disputed: [String: String] = [:]

  /// The files named in `CEL_CONFORMANCE`, otherwise those beside the package when they are there.
  static var files: [String] {
    if let list = ProcessInfo.processInfo.environment["CEL_CONFORMANCE"] {
      return list.split(separator: ":").map(String.init)
    }
    return ["../shared/cel/conformance.jsonl", "../shared/cel/ext_extra.jsonl"].filter {
      FileManager.default.fileExists(atPath: $0)
    }
  }

  @Test func `holds all rows of the conformance files`() throws {
    if Self.files.isEmpty {
      print("no conformance files: set CEL_CONFORMANCE to read some")
    }
    for path in Self.files {
      let cases = try ConformanceCase.read(path)
      let (failures, sections) = Self.run(cases)
      print("\(path): \(cases.count - failures.count) of \(cases.count)")
      for (name, count) in sections.sorted(by: { $0.key < $1.key }) {
        print("  \(name): \(count.passed) of \(count.total)")
      }
      for (row, reason) in failures { print("  MISS \(row.id): \(row.expr)\n       \(reason)") }
      let unexplained = failures.filter { Self.disputed[$0.row.id] == nil }
      #expect(unexplained.isEmpty, "\(unexplained.count) rows of \(path) do not hold")
    }
  }

  private static func run(
    _ cases: [ConformanceCase]
  ) -> (
    failures: [(row: ConformanceCase, reason: String)],
    sections: [String: (passed: Int, total: Int)]
  ) {
    var failures: [(row: ConformanceCase, reason: String)] = []
    var sections: [String: (passed: Int, total: Int)] = [:]
    for row in cases {
      let reason = row.failure()
      let key = "\(row.file)/\(row.section)"
      let count = sections[key] ?? (0, 0)
      sections[key] = (count.passed + (reason == nil ? 1 : 0), count.total + 1)
      if let reason { failures.append((row, reason)) }
    }
    return (failures, sections)
  }
}
