// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import EvidenceModel
import FoundationEssentials
import Reporting

/// Writes what an assessment leaves behind: the report in every form, and the evidence.
struct AssessmentOutput {
  /// The folder; made when it does not exist.
  let folder: String

  /// Writes all files and returns their paths, the HTML report in the user's language first.
  func write(_ report: Report, bundles: [Bundle]) throws -> [String] {
    try Self.makeFolder(folder)
    var paths: [String] = []
    for format in ReportFormat.all {
      let languages = format.isLocalized ? Language.allCases : [Speech.language]
      for language in languages {
        let suffix = format.isLocalized ? ".\(language.rawValue)" : ""
        let path = "\(folder)/report\(suffix).\(format.fileExtension)"
        try Self.write(try format.render(report, RenderingOptions(language: language)), to: path)
        paths.append(path)
      }
    }
    if !bundles.isEmpty { try Self.makeFolder("\(folder)/evidence") }
    for bundle in bundles {
      let path = "\(folder)/evidence/\(bundle.asset).json"
      try BundleFile(path: path).write(bundle)
      paths.append(path)
    }
    return paths
  }

  /// Writes a file whole or not at all.
  static func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
    do {
      try AtomicFileWriter.write(bytes, to: path)
    } catch {
      throw CommandFailure(zh: error.message.zh, en: error.message.en)
    }
  }

  /// Makes a folder, and those above it, when there is none.
  static func makeFolder(_ path: String) throws(CommandFailure) {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true)
    } catch {
      throw CommandFailure(zh: "无法创建文件夹 \(path)", en: "the folder \(path) cannot be made")
    }
  }
}
