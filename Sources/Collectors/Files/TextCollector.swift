// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
package import EvidenceModel

/// The lines of text files that match a pattern.
package struct TextCollector: Collector {
  /// The most lines that are given.
  private static let lineLimit = 1_000
  /// The most bytes of one line that are given.
  private static let lengthLimit = 4_096

  package init() {}

  package let description = CollectorDescription(
    id: "text",
    summary: LocalizedText(
      zh: "文本文件中与正则表达式匹配的行，附行号与捕获组",
      en: "The lines of text files that match a regular expression, with numbers and groups"),
    arguments: [
      ArgumentDescription(
        "path", .textOrList, isRequired: true, zh: "绝对路径或通配模式，或其列表",
        en: "An absolute path or a pattern, or a list of them"),
      ArgumentDescription(
        "pattern", .pattern, isRequired: true, zh: "RE2 正则表达式，匹配行的一部分即可",
        en: "An RE2 regular expression; it may match a part of the line"),
    ],
    output: RecordType(
      name: "text",
      fields: [
        .required("paths", .list(.string), zh: "读取的文件", en: "The files that were read"),
        .required(
          "lines",
          .list(
            .record(
              RecordType(
                name: "text_line",
                fields: [
                  .required("path", .string, zh: "文件", en: "The file"),
                  .required("number", .int, zh: "行号，从 1 起", en: "The number of the line, from 1"),
                  .required(
                    "text", .string, zh: "行的内容，至多 4096 字节", en: "The line, up to 4096 bytes"),
                  .required(
                    "groups", .list(.string), zh: "捕获组的内容；未参与匹配的为空",
                    en: "What the groups matched; empty for one that took no part"),
                ]))), zh: "匹配的行，至多 1000 行", en: "The matching lines, up to 1000"),
        .required("count", .int, zh: "匹配的行数", en: "How many lines match"),
        .required("line_count", .int, zh: "全部行数", en: "How many lines there are"),
      ]),
    privileges: LocalizedText(zh: "对文件的读权限", en: "Read permission on the files"),
    reads: LocalizedText(
      zh: "参数所列的文件，每个不超过 16 MiB", en: "The files that the argument names, up to 16 MiB each"),
    exampleArguments: ["path": "/etc/issue.net", "pattern": "(?i)(authori[sz]ed|授权)"],
    example: [
      "paths": ["/etc/issue.net"],
      "lines": [
        [
          "path": "/etc/issue.net", "number": 1, "text": "Authorised use only",
          "groups": ["Authorised"],
        ]
      ], "count": 1, "line_count": 2,
    ])

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    let pattern: LinePattern
    do {
      pattern = try LinePattern(arguments.text("pattern"))
    } catch {
      throw CollectionFailure(.failed, error.message)
    }
    var reader = HostReader(host)
    var matches = TextMatches(pattern, lineLimit: Self.lineLimit, lengthLimit: Self.lengthLimit)
    var paths: [String] = []
    for path in try await reader.expand(arguments.texts("path")) {
      guard let file = try await reader.fileIfPresent(path) else { continue }
      guard !file.bytes.contains(0) else {
        throw reader.failure(.failed, CollectorMessages.binary(path))
      }
      matches.add(file, source: reader.trail.add(file))
      paths.append(path)
    }
    guard !paths.isEmpty else {
      throw CollectionFailure(
        HostError(.notFound, arguments.texts("path").joined(separator: ", ")))
    }
    var trail = reader.trail
    trail.origins = matches.origins
    trail.secretPaths = matches.secretPaths
    return CollectedEvidence(
      [
        "paths": .strings(paths), "lines": .list(matches.lines),
        "count": .int(Int64(matches.count)), "line_count": .int(Int64(matches.lineCount)),
      ], trail)
  }
}
