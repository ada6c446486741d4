// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
package import EvidenceModel

/// The register of security incidents, with the clocks of the reporting rules.
package struct IncidentLogCollector: Collector {
  package init() {}

  package let description = CollectorDescription.register(
    .incidentLog,
    summary: LocalizedText(
      zh: "网络安全事件台账：发现与报告的时间，以及依报告办法各项时限的截止时间",
      en: "The register of incidents: times of detection and report, and when each report is due"),
    adding: [
      .required(
        "clocks",
        .list(
          .record(
            RecordType(
              name: "incident_clock",
              fields: [
                .required(
                  "rule", .string, zh: "规定时限的条款，如 INC/4(other)",
                  en: "The clause that sets the limit, such as INC/4(other)"),
                .required(
                  "recipient", .string,
                  zh: "cac（省级网信部门）、protection_department（保护工作部门）或 police（公安）；总结为 same",
                  en: "cac, protection_department or police; same for the closing report"),
                .required("due", .timestamp, zh: "截止时间", en: "When it is due"),
                .optional(
                  "done", .timestamp, zh: "报告的时间；尚未报告时没有",
                  en: "When it was done; missing while it is not"),
              ], identifyingField: "recipient"))),
        zh: "适用于该事件的时限；一般事件没有", en: "The limits that apply; none for general incidents")
    ], identifiedBy: "id",
    newest: LocalizedText(zh: "最近一起事件的发现时间", en: "When the last incident was detected"),
    example: [
      "count": 1, "newest": "2026-05-06T23:10:00+08:00",
      "records": [
        [
          "id": "INC-2026-01", "title": "DDoS on the order interface", "level": "relatively_major",
          "involves_cii": false, "detected_at": "2026-05-06T23:10:00+08:00",
          "reported_to_cac_at": "2026-05-07T02:00:00+08:00",
          "clocks": [
            [
              "rule": "INC/4(other)", "recipient": "cac", "due": "2026-05-07T03:10:00+08:00",
              "done": "2026-05-07T02:00:00+08:00",
            ]
          ],
        ]
      ],
    ])

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    var register = try await RegisterReader(.incidentLog, arguments, host)
    try register.requireDistinct("id")
    return register.finish(newest: "detected_at") { entry in
      [("clocks", .list(ReportingClock.all(of: entry).map(\.evidence)))]
    }
  }
}
