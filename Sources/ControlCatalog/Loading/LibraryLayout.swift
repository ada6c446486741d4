// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import EvidenceModel

/// Which file of a library is what, by its place.
struct LibraryLayout {
  /// `requirements/*.yaml`.
  private(set) var registers: [LibraryFile] = []
  /// `organization.yaml`.
  private(set) var organization: LibraryFile?
  /// `coverage.yaml`.
  private(set) var coverage: LibraryFile?
  /// `glossary.yaml`.
  private(set) var glossary: LibraryFile?
  /// `<catalog>/catalog.yaml`.
  private(set) var catalogs: [LibraryFile] = []
  /// `<catalog>/<control>.yaml`.
  private(set) var controls: [LibraryFile] = []
  /// `profiles/*.yaml`.
  private(set) var profiles: [LibraryFile] = []
  /// `scoring/*.yaml`.
  private(set) var scoring: [LibraryFile] = []
  /// Files that have no meaning where they are.
  private(set) var misplaced: [LibraryFile] = []
  /// The SHA-256 of each catalog over the paths and contents of its files, by folder.
  let digests: [String: String]

  init(_ files: [LibraryFile]) {
    let files = files.sorted { $0.path < $1.path }
    for file in files {
      switch (file.path.split(separator: "/").count, file.folder, file.stem) {
      case (1, _, "organization"): organization = file
      case (1, _, "coverage"): coverage = file
      case (1, _, "glossary"): glossary = file
      case (2, "requirements", _): registers.append(file)
      case (2, "profiles", _): profiles.append(file)
      case (2, "scoring", _): scoring.append(file)
      case (2, _, "catalog"): catalogs.append(file)
      case (2, _, _): controls.append(file)
      default: misplaced.append(file)
      }
    }
    var contents: [String: [UInt8]] = [:]
    for file in catalogs + controls {
      contents[file.folder, default: []] +=
        Array("\(file.stem) \(file.source.utf8.count)\n".utf8) + file.source.utf8
    }
    digests = contents.mapValues { SHA256Digest.hexadecimal(of: $0) }
  }
}
