// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EmbeddedFiles
import Foundation
import Testing

struct EmbeddedFilesTests {
  private let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test(arguments: ["Controls", "Reports/Templates"])
  func `the program carries every file of the folder`(folder: String) throws {
    let root = package.appending(path: folder)
    let paths =
      FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    let onDisk = paths.filter { $0.contains(".") && !$0.hasPrefix(".") }.map { "\(folder)/\($0)" }
    #expect(
      Set(EmbeddedFiles.files(below: folder).map(\.path)) == Set(onDisk),
      "run `touch Package.swift`: the package manager looks for new files only then")
    for file in EmbeddedFiles.files(below: folder) {
      let expected = try Data(contentsOf: package.appending(path: file.path))
      #expect(Data(file.utf8) == expected, "\(file.path)")
      #expect(EmbeddedFiles.file(file.path)?.path == file.path)
    }
  }

  @Test func `an unknown path gives nothing`() {
    #expect(EmbeddedFiles.file("Controls/none.yaml") == nil)
  }
}
