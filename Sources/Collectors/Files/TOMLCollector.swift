// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
package import EvidenceModel
import TOMLKit

/// The value of one TOML file.
package struct TOMLCollector: Collector {
  /// The largest file in bytes.
  private static let sizeLimit = 1 << 20

  package init() {}

  package let description = CollectorDescription(
    id: "toml",
    summary: LocalizedText(
      zh: "一个 TOML 1.0 文件的内容", en: "The contents of one file in TOML 1.0"),
    arguments: [DataFile.path],
    output: DataFile.output("toml"),
    privileges: DataFile.privileges,
    reads: LocalizedText(
      zh: "参数所列的文件，不超过 1 MiB；日期与时间为文本",
      en: "The file that the argument names, up to 1 MiB; dates and times become texts"),
    exampleArguments: ["path": "/etc/containerd/config.toml"],
    example: [
      "path": "/etc/containerd/config.toml",
      "data": ["version": 2, "grpc": ["address": "/run/containerd/containerd.sock"]],
    ])

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    let path = arguments.text("path")
    var reader = HostReader(host)
    let (source, index) = try await DataFile.read(path, &reader)
    guard source.utf8.count <= Self.sizeLimit else {
      throw reader.failure(.failed, HostError(.tooLarge, path).message)
    }
    guard let text = String(validating: source.utf8, as: UTF8.self) else {
      throw reader.failure(CollectorMessages.notUTF8, at: 1, of: path)
    }
    let json = try Self.json(text, path, reader)
    do {
      // The parser's own tree is of C++ objects without positions; its JSON is read instead.
      let value = try JSONReader.read(SourceText(name: path, json))
      let data = LocatedData(value, lines: TOMLLines.lines(of: source.utf8))
      return DataFile.evidence(path, data, index, reader)
    } catch {
      let rule = CollectorMessages.tooDeep(JSONReader.maximumDepth)
      throw reader.failure(rule, at: 1, of: path)
    }
  }

  private static func json(_ text: String, _ path: String, _ reader: HostReader)
    throws(CollectionFailure) -> String
  {
    do {
      return try TOMLTable(string: text)
        .convert(to: .json, options: [.quoteDateAndTimes, .quoteInfinitesAndNaNs])
    } catch {
      guard let error = error as? TOMLParseError else {
        throw reader.failure(.failed, CollectorMessages.malformed(path, line: 1))
      }
      throw reader.failure(
        .failed,
        CollectorMessages.mistake(
          path, line: error.source.begin.line, column: error.source.begin.column,
          CollectorMessages.toml(error.description)))
    }
  }
}
