// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EmbeddedFiles

/// The templates that are part of the program.
package struct EmbeddedTemplates: TemplateSource {
  private static let root = "Reports/Templates/"

  package init() {}

  package func file(_ path: String) -> [UInt8]? {
    EmbeddedFiles.file(Self.root + path)?.utf8
  }

  package func paths(in folder: String) -> [String] {
    EmbeddedFiles.files(below: Self.root + folder)
      .map { String($0.path.dropFirst(Self.root.count)) }
      .filter { !$0.dropFirst(folder.count + 1).contains("/") }
  }
}
