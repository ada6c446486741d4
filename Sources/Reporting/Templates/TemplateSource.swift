// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Where templates and wording come from; paths are relative, such as `html/report.mustache`.
package protocol TemplateSource: Sendable {
  /// Returns the bytes of a file, or `nil` when the source has no such file.
  ///
  /// A file that exists but cannot be read is an error, never "no such file": a brand would be lost
  /// without a word.
  func file(_ path: String) throws -> [UInt8]?

  /// Returns the paths of the files directly in a folder, in any order.
  func paths(in folder: String) throws -> [String]
}

/// Several sources, of which the first that has a file gives it.
package struct LayeredTemplates: TemplateSource {
  /// The sources, the one that wins first.
  package let sources: [any TemplateSource]

  package init(_ sources: [any TemplateSource]) {
    self.sources = sources
  }

  package func file(_ path: String) throws -> [UInt8]? {
    for source in sources {
      if let bytes = try source.file(path) { return bytes }
    }
    return nil
  }

  package func paths(in folder: String) throws -> [String] {
    try Set(sources.flatMap { try $0.paths(in: folder) }).sorted()
  }
}
