// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Reporting
import Testing

/// A report by name, for tables of tests.
struct NamedReport: Sendable, CustomTestStringConvertible {
  var name: String
  var report: Report

  var testDescription: String { name }

  static let all = [
    NamedReport(name: "empty", report: SampleReport.empty),
    NamedReport(name: "mixed", report: SampleReport.mixed),
    NamedReport(name: "hostile", report: HostileReport.report),
  ]
}

/// Templates in memory.
struct MemoryTemplates: TemplateSource {
  var files: [String: String]

  func file(_ path: String) -> [UInt8]? { files[path].map { Array($0.utf8) } }

  func paths(in folder: String) -> [String] {
    files.keys.filter { $0.hasPrefix(folder + "/") }.sorted()
  }
}

/// Compares bytes with a file in `Snapshots`, or writes it when `RECORD_SNAPSHOTS` is set.
///
/// A run that writes fails, so that a run that compares must follow.
func expectSnapshot(
  _ bytes: [UInt8], named name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let path = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Snapshots/\(name)").path
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
    try AtomicFileWriter.write(bytes, to: path)
    Issue.record("recorded \(name)", sourceLocation: sourceLocation)
    return
  }
  let expected = FileManager.default.contents(atPath: path).map(Array.init)
  guard expected != bytes else { return }
  let lines = (
    String(decoding: expected ?? [], as: UTF8.self), String(decoding: bytes, as: UTF8.self)
  )
  let difference = zip(lines.0.split(separator: "\n"), lines.1.split(separator: "\n"))
    .first { $0 != $1 }
  Issue.record(
    """
    \(name) differs; RECORD_SNAPSHOTS=1 writes it anew
    - \(difference?.0 ?? "(length)")
    + \(difference?.1 ?? "(length)")
    """, sourceLocation: sourceLocation)
}
