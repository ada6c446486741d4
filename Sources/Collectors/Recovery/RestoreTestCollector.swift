// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
package import EvidenceModel

/// The register of restore tests: which backups were restored, how long it took, what was lost.
package struct RestoreTestCollector: Collector {
  package init() {}

  package let description = CollectorDescription.register(
    .restoreTest,
    summary: LocalizedText(
      zh: "备份恢复测试记录：日期、范围、结果、实测恢复时间与数据丢失",
      en: "The register of restore tests: date, scope, result, measured recovery time and loss"),
    identifiedBy: "system",
    newest: LocalizedText(zh: "最近一次恢复测试的日期", en: "The day of the last test"),
    example: [
      "count": 1, "newest": "2026-10-12T00:00:00+08:00",
      "records": [
        [
          "date": "2026-10-12T00:00:00+08:00", "system": "orders", "succeeded": true,
          "recovery_time": "9000s", "data_loss": "600s", "rto": "14400s", "rpo": "900s",
          "participants": ["Zhao Min", "Sun Hao"], "findings": [], "overdue_findings": 0,
        ]
      ],
    ])

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    var register = try await RegisterReader(.restoreTest, arguments, host)
    return register.finish(newest: "date")
  }
}

extension RegisterReader {
  /// Returns the evidence of a register without further fields.
  mutating func finish(
    newest column: String, adding more: (RecordEntry) -> [(String, EvidenceValue)] = { _ in [] }
  ) -> CollectedEvidence {
    var value: EvidenceObject = ["count": .int(Int64(records.count))]
    value["newest"] = latest(column)
    value["records"] = evidence(adding: more)
    return CollectedEvidence(.object(value), reader.trail)
  }
}
