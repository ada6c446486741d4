// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Reporting
import Testing

struct AtomicFileWriterTests {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "plumbline-writer-\(UUID().uuidString)").path

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func content(_ name: String) -> String? {
    FileManager.default.contents(atPath: folder + "/" + name).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  @Test func `writes and replaces a file, and leaves nothing else`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try AtomicFileWriter.write(Array("one".utf8), to: folder + "/a.txt")
    try AtomicFileWriter.write(Array("two".utf8), to: folder + "/a.txt")
    #expect(content("a.txt") == "two")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.txt"])
  }

  @Test func `keeps the permissions of the file it replaces`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/a.txt"
    try AtomicFileWriter.write([], to: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    try AtomicFileWriter.write(Array("x".utf8), to: path)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func `replaces a symbolic link instead of following it`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try AtomicFileWriter.write(Array("kept".utf8), to: folder + "/target")
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/link", withDestinationPath: folder + "/target")
    try AtomicFileWriter.write(Array("new".utf8), to: folder + "/link")
    #expect(content("target") == "kept")
    #expect(content("link") == "new")
  }

  @Test(arguments: ["missing/a.txt", "sub/", "sub"])
  func `refuses a place that cannot be written, and says so`(name: String) throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(
      atPath: folder + "/sub", withIntermediateDirectories: true)
    let path = folder + "/" + name
    let error = #expect(throws: FileWritingError.self) {
      try AtomicFileWriter.write([1], to: path)
    }
    #expect(error?.message.en.hasPrefix("'\(path)' cannot be written; ") == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["sub"])
  }
}
