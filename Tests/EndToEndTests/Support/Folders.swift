// Plumbline
// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import TestSupport

/// The folders of the source tree that tests read and never write.
enum Folders {
  /// The root of the package.
  static let package = String(
    #filePath.dropLast("/Tests/EndToEndTests/Support/Folders.swift".count))
  /// The shipped catalogs.
  static let controls = "\(package)/Controls"
  /// The stored files of the sample host.
  static let sampleShop = "\(package)/Tests/EndToEndTests/Fixtures/sample-shop"
}

extension Scratch {
  /// Writes a file of text.
  func write(_ text: String, to name: String) throws {
    let path = "\(self.path)/\(name)"
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    try FileManager.default.createDirectory(
      atPath: "/\(folder)", withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  /// Returns the text of a file.
  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")), as: UTF8.self)
  }

  /// Replaces a text that occurs in a file.
  func replace(_ old: String, by new: String, in name: String) throws {
    let text = try text(name)
    guard let range = text.firstRange(of: old) else { throw Missing(text: old) }
    try write(text.replacing(text[range], with: new, maxReplacements: 1), to: name)
  }

  /// Returns the names below a folder, with the contents of files.
  func contents(_ name: String) throws -> [String: Data] {
    let root = "\(path)/\(name)"
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []
    var contents: [String: Data] = [:]
    for name in names { contents[name] = FileManager.default.contents(atPath: "\(root)/\(name)") }
    return contents
  }

  /// Makes an assessment folder of one host whose files lie below a folder.
  func writeAssessment(root: String, profile: String = "host-baseline") throws {
    try write(
      """
      organization: {name: Sample}
      profile: \(profile)
      assets:
        - {id: web-1, kind: host, access: {root: \(root)}}

      """, to: "assessment/plumbline.yaml")
  }

  /// A text that a test meant to replace does not occur.
  private struct Missing: Error {
    let text: String
  }
}
