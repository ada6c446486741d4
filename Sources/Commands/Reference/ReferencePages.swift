// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import Diagnostics
import EvidenceModel
import FoundationEssentials

/// The generated pages in `Reports/Reference/`.
///
/// Each collector has pages of its own, so that collectors added side by side seldom touch the same
/// file.
package enum ReferencePages {
  /// A file below `Reports/Reference/`.
  package struct File: Sendable, Hashable {
    /// The path below the folder.
    package var path: String
    /// The text.
    package var text: String
  }

  /// The files in the order of their paths.
  package static var files: [File] {
    Language.allCases.flatMap(files).sorted { $0.path < $1.path }
  }

  /// Writes the files into a folder and removes pages of collectors that are no more.
  package static func write(to folder: String) throws {
    let files = files
    let manager = FileManager.default
    try manager.createDirectory(
      atPath: "\(folder)/collectors", withIntermediateDirectories: true)
    for name in try manager.contentsOfDirectory(atPath: "\(folder)/collectors")
    where !files.contains(where: { $0.path == "collectors/\(name)" }) {
      try manager.removeItem(atPath: "\(folder)/collectors/\(name)")
    }
    for file in files {
      try Data(file.text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(file.path)"))
    }
  }

  private static func files(_ language: Language) -> [File] {
    let suffix = "\(language.rawValue).md"
    let collectors = Collectors.registry.descriptions
    let pages = CollectorPages(language)
    return [
      File(path: "rule-language.\(suffix)", text: LanguagePages(language).page.markdown),
      File(
        path: "collectors.\(suffix)", text: pages.index(collectors, folder: "collectors").markdown),
    ]
      + collectors.map {
        File(path: "collectors/\($0.id).\(suffix)", text: pages.page($0).markdown)
      }
  }
}
