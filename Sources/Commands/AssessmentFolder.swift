// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Assessment
import ControlCatalog
import Diagnostics
import EvidenceModel
import FoundationEssentials

/// A folder with `plumbline.yaml` and answers.
struct AssessmentFolder {
  /// The name of the file that makes a folder one of an assessment.
  static let scopeFile = "plumbline.yaml"

  /// The path.
  let path: String
  /// What is assessed.
  let scope: AssessmentScope
  /// What was answered.
  let answers: AnswerBook
  /// What is odd about the files, but no error.
  let warnings: [Diagnostic]

  /// Whether a folder is one of an assessment.
  static func exists(at path: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(path)/\(scopeFile)")
  }

  /// Reads the folder.
  ///
  /// - Throws: `DiagnosticsError` with all that is wrong with its files.
  init(_ path: String, _ loaded: LibraryLoader.Result) throws {
    self.path = path
    guard Self.exists(at: path) else {
      throw CommandFailure(
        zh: "\(path) 不是评估文件夹（没有 \(Self.scopeFile)）；新建：plumbline init \(path)",
        en:
          "\(path) is no assessment folder (no \(Self.scopeFile)); make one: plumbline init \(path)"
      )
    }
    let source = try InputFile.read("\(path)/\(Self.scopeFile)")
    let (scope, problems) = AssessmentScope.decode(
      source, library: loaded.library, scoring: loaded.scoring)
    guard let scope else { throw DiagnosticsError(problems) }
    let decoder = AnswerDecoder(library: loaded.library, assets: scope.assets) { attachment in
      Self.digest(of: attachment, below: path)
    }
    let files = try Self.answerFiles(in: path)
    let (answers, answerProblems) = decoder.decode(files)
    warnings = problems + answerProblems
    if warnings.hasErrors { throw DiagnosticsError(warnings) }
    self.scope = scope
    self.answers = answers
  }

  private static func answerFiles(in path: String) throws -> [SourceText] {
    let folder = "\(path)/answers"
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      return []
    }
    return try names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
      .map { try InputFile.read("\(folder)/\($0)") }
  }

  /// Returns the SHA-256 of a file inside the folder; `nil` for one outside, links resolved.
  private static func digest(of attachment: String, below path: String) -> String? {
    let root = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let file = URL(fileURLWithPath: "\(path)/\(attachment)").resolvingSymlinksInPath().path
    guard !attachment.hasPrefix("/"), file.hasPrefix(root + "/"),
      let data = FileManager.default.contents(atPath: file)
    else { return nil }
    return SHA256Digest.hexadecimal(of: Array(data))
  }
}
