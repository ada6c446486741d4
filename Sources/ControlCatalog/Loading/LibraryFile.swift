// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// One YAML file of a library.
package struct LibraryFile: Sendable {
  /// The path from the library's root, such as `safeguarding/SAF-SSH-01.yaml`.
  package let path: String
  /// The text, named as the user knows the file.
  package let source: SourceText

  package init(path: String, source: SourceText) {
    self.path = path
    self.source = source
  }

  /// The folder directly below the library's root; empty for a file in the root.
  var folder: String {
    let parts = path.split(separator: "/")
    return parts.count > 1 ? String(parts[0]) : ""
  }

  /// The file's name without `.yaml`.
  var stem: String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.hasSuffix(".yaml") ? name.dropLast(5) : name)
  }
}
