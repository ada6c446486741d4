// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
package import EvidenceModel

/// The register of drills of the emergency and recovery plans.
package struct DrillCollector: Collector {
  package init() {}

  package let description = CollectorDescription.register(
    .drill,
    summary: LocalizedText(
      zh: "应急与灾难恢复演练记录：日期、预案、方式、参加人员、实测值与发现的问题",
      en:
        "The register of emergency and recovery drills: date, plan, kind, people, figures, findings"
    ),
    identifiedBy: "scope",
    newest: LocalizedText(zh: "最近一次演练的日期", en: "The day of the last drill"),
    example: [
      "count": 1, "newest": "2026-04-16T00:00:00+08:00",
      "records": [
        [
          "date": "2026-04-16T00:00:00+08:00", "plan": "recovery", "kind": "full",
          "scope": "orders", "scenario": "power loss", "recovery_time": "9600s",
          "data_loss": "360s", "rto": "14400s", "rpo": "900s",
          "participants": ["Zhao Min", "Sun Hao"], "findings": ["phone list out of date"],
          "overdue_findings": 0, "plan_revised": true,
        ]
      ],
    ])

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    var register = try await RegisterReader(.drill, arguments, host)
    return register.finish(newest: "date")
  }
}
