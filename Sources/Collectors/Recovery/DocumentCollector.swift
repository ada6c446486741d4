// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
package import EvidenceModel

/// The register of policies: who owns and approved each document, and whether its file is the one
/// that was approved.
package struct DocumentCollector: Collector {
  /// The largest document in bytes that is digested.
  private static let digestLimit = 64 << 20

  package init() {}

  package let description = CollectorDescription.register(
    .document,
    summary: LocalizedText(
      zh: "制度文件登记表：责任人、批准、评审日期，以及文件是否存在、是否未被改动",
      en: "The register of documents: owner, approval, review, and whether the file is unchanged"),
    adding: [
      .optional(
        "exists", .bool, zh: "登记的文件是否存在；没有登记文件时没有此字段",
        en: "Whether the file is there; missing when none is named"),
      .optional("size", .int, zh: "文件大小（字节）", en: "The size of the file in bytes"),
      .optional(
        "actual_sha256", .string, zh: "文件现在的 SHA-256", en: "The SHA-256 of the file as it is now"),
      .optional(
        "is_unchanged", .bool, zh: "文件摘要是否与登记的一致；未登记摘要时没有此字段",
        en: "Whether the file has the digest in the register; missing when that has none"),
    ], identifiedBy: "id",
    newest: LocalizedText(zh: "最近一次批准的日期", en: "The day of the last approval"),
    reads: LocalizedText(
      zh: "评估文件夹的 records/documents.yaml、.yml 与 .csv，以及其中登记的文件",
      en: "records/documents.yaml, .yml and .csv of the assessment folder, and the files they name"),
    example: [
      "count": 1, "newest": "2026-01-10T00:00:00+08:00",
      "records": [
        [
          "id": "incident-plan", "title": "Incident response plan", "owner": "security",
          "approved_by": "Li Qiang", "approved_on": "2026-01-10T00:00:00+08:00",
          "review_due": "2027-06-30T00:00:00+08:00", "file": "evidence/incident-plan.pdf",
          "exists": true, "size": 48_120,
          "actual_sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        ]
      ],
    ])

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    var register = try await RegisterReader(.document, arguments, host)
    try register.requireDistinct("id")
    var facts: [String: [(String, EvidenceValue)]] = [:]
    for (entry, _) in register.records {
      guard let id = entry["id"]?.text, let name = entry["file"]?.text else { continue }
      let file = try await self.file(name, &register.reader)
      facts[id] = Self.facts(file, recorded: entry["sha256"]?.text)
    }
    return register.finish(newest: "approved_on") { entry in
      entry["id"]?.text.flatMap { facts[$0] } ?? []
    }
  }

  /// Returns the file that a record names; `nil` when there is none, or it lies outside.
  private func file(
    _ name: String, _ reader: inout HostReader
  ) async throws(CollectionFailure) -> HostFile? {
    guard !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else { return nil }
    return try await reader.fileIfPresent("/\(name)", limit: Self.digestLimit)
  }

  private static func facts(_ file: HostFile?, recorded: String?) -> [(String, EvidenceValue)] {
    guard let file else { return [("exists", false)] }
    let digest = SHA256Digest.hexadecimal(of: file.bytes)
    var facts: [(String, EvidenceValue)] = [
      ("exists", true), ("size", .int(Int64(file.bytes.count))),
      ("actual_sha256", .string(digest)),
    ]
    if let recorded { facts.append(("is_unchanged", .bool(recorded.lowercased() == digest))) }
    return facts
  }
}
