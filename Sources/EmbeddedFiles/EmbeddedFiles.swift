// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// A text file of the package that is part of the program.
package struct EmbeddedFile: Sendable {
  /// The path from the package's root, such as `Controls/safeguarding/catalog.yaml`.
  package let path: String
  private let text: StaticString

  init(path: String, text: StaticString) {
    self.path = path
    self.text = text
  }

  /// The contents as UTF-8.
  package var utf8: [UInt8] {
    text.withUTF8Buffer { Array($0) }
  }
}

/// The shipped catalogs and report templates, so that the program is one file.
package enum EmbeddedFiles {
  /// Returns the file at a path from the package's root.
  package static func file(_ path: String) -> EmbeddedFile? {
    let key = Array(path.utf8)
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].path.utf8.lexicographicallyPrecedes(key) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < all.count && all[low].path == path ? all[low] : nil
  }

  /// Returns the files below a folder, ordered by path.
  package static func files(below folder: String) -> [EmbeddedFile] {
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return all.filter { $0.path.hasPrefix(prefix) }
  }
}
