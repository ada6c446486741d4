// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
import EvidenceModel

/// What the collectors of structured files have in common: one path, one file, one value.
enum DataFile {
  /// The argument that names the file.
  static let path = ArgumentDescription(
    "path", .text, isRequired: true, zh: "绝对路径", en: "The absolute path")

  /// The privileges that reading takes.
  static let privileges = LocalizedText(zh: "对文件的读权限", en: "Read permission on the file")

  /// What is read.
  static let reads = LocalizedText(
    zh: "参数所列的文件，不超过 8 MiB", en: "The file that the argument names, up to 8 MiB")

  /// The field with the path that was read.
  static let pathField = RecordType.Field.required(
    "path", .string, zh: "读取的文件", en: "The file that was read")

  /// The type of a collector that gives the only value of a file.
  static func output(_ name: String) -> RecordType {
    RecordType(
      name: name,
      fields: [
        pathField,
        .required(
          "data", .dyn, zh: "文件的内容：对象、列表、文本、数字、布尔值或 null",
          en: "The contents: objects, lists, texts, numbers, truth values or null"),
      ])
  }

  /// Reads a file for parsing: no longer than may be, without NUL bytes and byte order mark.
  static func read(_ path: String, _ reader: inout HostReader) async throws(CollectionFailure)
    -> (source: SourceText, index: Int)
  {
    guard let file = try await reader.fileIfPresent(path, limit: LocatedData.maximumSize) else {
      throw CollectionFailure(HostError(.notFound, path))
    }
    guard !file.bytes.contains(0) else {
      throw reader.failure(.failed, CollectorMessages.binary(path))
    }
    // The mark is no line break, so lines stay as they are.
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = file.bytes.starts(with: mark) ? Array(file.bytes.dropFirst(3)) : file.bytes
    return (SourceText(name: path, utf8: bytes), reader.trail.add(file))
  }

  /// Returns the evidence of a file with one value.
  static func evidence(_ path: String, _ data: LocatedData, _ index: Int, _ reader: HostReader)
    -> CollectedEvidence
  {
    var trail = reader.trail
    data.note(at: ["data"], source: index, &trail)
    return CollectedEvidence(["path": .string(path), "data": data.value], trail)
  }
}

extension HostReader {
  /// The failure that a mistake in a file comes to.
  func failure(_ error: DiagnosticsError, in path: String) -> CollectionFailure {
    guard let first = error.diagnostics.first(where: { $0.severity == .error }),
      let position = first.location?.position
    else { return failure(.failed, CollectorMessages.malformed(path, line: 1)) }
    return failure(
      .failed,
      CollectorMessages.mistake(
        path, line: position.line, column: position.column, first.message))
  }

  /// The failure that a mistake on a line of a file comes to.
  func failure(_ rule: LocalizedText, at line: Int, of path: String) -> CollectionFailure {
    failure(.failed, CollectorMessages.mistake(path, line: line, rule))
  }
}
