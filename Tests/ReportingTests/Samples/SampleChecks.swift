// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Reporting

/// The checks behind some of the sample's findings, with their traces.
enum SampleChecks {
  /// Returns the checks of a control on an asset; a plain one where the sample has no more to tell.
  static func checks(
    _ control: SampleControl, _ asset: String, _ outcome: Report.Outcome
  ) -> [Report.CheckRecord] {
    switch (control.id, asset) {
    case ("SAF-SSH-01", "web-1"): [rootLogin]
    case ("SAF-SSH-02", "web-1"): [ciphers]
    case ("DAT-LOG-01", "web-1"): [journald, policy]
    case ("EMR-DRL-01", _): [drill]
    default: [plain(control, outcome)]
    }
  }

  private static func plain(
    _ control: SampleControl, _ outcome: Report.Outcome
  ) -> Report.CheckRecord {
    let reason: LocalizedText? =
      switch outcome {
      case .notReviewed: LocalizedText(zh: "读取证据被拒绝", en: "reading the evidence was refused")
      case .error:
        LocalizedText(
          zh: "规则求值失败：把 'unknown' 转换为整数", en: "the rule failed: converting 'unknown' to int")
      case .stale:
        LocalizedText(
          zh: "回答的有效期到 2026-09-01 为止", en: "the answer was valid until 2026-09-01")
      case .notApplicable:
        LocalizedText(
          zh: "单位没有离线备份介质（org.offline_media 为 false）",
          en: "the organisation has no offline media (org.offline_media is false)")
      default: nil
      }
    return Report.CheckRecord(
      id: "state", title: control.title, method: .examine, outcome: outcome,
      expectation: "evidence.is_current && evidence.is_approved", reason: reason,
      evidence: outcome == .pass ? ["OBS-0005"] : [])
  }

  private static let rootLogin = Report.CheckRecord(
    id: "root_login",
    title: LocalizedText(zh: "PermitRootLogin 的生效值", en: "Effective value of PermitRootLogin"),
    method: .test, outcome: .fail,
    expectation: #"sshd.permitrootlogin in ["no", "prohibit-password", "forced-commands-only"]"#,
    position: "Controls/safeguarding/SAF-SSH-01.yaml:21",
    reason: LocalizedText(
      zh: "root 可以用口令从网络登录", en: "root can log in from the network with a password"),
    trace: ReportTrace(
      text: #"sshd.permitrootlogin in ["no", "prohibit-password", "forced-commands-only"]"#,
      value: "false", verdict: .no, isDecisive: true,
      children: [
        ReportTrace(
          text: "sshd.permitrootlogin", value: #""yes""#, verdict: .value, isDecisive: true,
          origin: .init(location: "/etc/ssh/sshd_config:33", evidenceID: "OBS-0001"))
      ]),
    evidence: ["OBS-0001"])

  private static let ciphers = Report.CheckRecord(
    id: "ciphers", title: LocalizedText(zh: "启用的加密算法", en: "Ciphers in use"),
    method: .test, outcome: .fail,
    expectation: """
      sshd.ciphers.all(c, !(c in params.retired)) &&
        sshd.macs.all(m, !m.startsWith("hmac-md5"))
      """,
    position: "Controls/safeguarding/SAF-SSH-02.yaml:27",
    reason: LocalizedText(
      zh: "启用了已废弃的 aes128-cbc 和 3des-cbc",
      en: "the retired aes128-cbc and 3des-cbc are enabled"),
    trace: ReportTrace(
      text: #"sshd.ciphers.all(…) && sshd.macs.all(…)"#, value: "false", verdict: .no,
      isDecisive: true,
      children: [
        ReportTrace(
          text: "sshd.ciphers.all(c, !(c in params.retired))", value: "false", verdict: .no,
          isDecisive: true,
          note: LocalizedText(zh: "6 个元素中 2 个不满足", en: "2 of 6 elements do not hold"),
          children: [
            ReportTrace(
              text: "c", value: #""aes128-cbc""#, verdict: .no, isDecisive: true,
              origin: .init(
                location: "/etc/ssh/sshd_config.d/50-legacy.conf:2", evidenceID: "OBS-0001")),
            ReportTrace(
              text: "c", value: #""3des-cbc""#, verdict: .no, isDecisive: true,
              origin: .init(
                location: "/etc/ssh/sshd_config.d/50-legacy.conf:2", evidenceID: "OBS-0001")),
            ReportTrace(
              text: "params.retired", value: #"["3des-cbc", "aes128-cbc", "arcfour"]"#,
              verdict: .value),
          ]),
        ReportTrace(
          text: #"sshd.macs.all(m, !m.startsWith("hmac-md5"))"#, value: "true", verdict: .yes),
      ]),
    evidence: ["OBS-0001"])

  private static let journald = Report.CheckRecord(
    id: "journald", title: LocalizedText(zh: "journald 的保存期", en: "Retention of journald"),
    method: .test, outcome: .fail,
    expectation: """
      has(journald.settings["Journal/MaxRetentionSec"]) &&
        duration(journald.settings["Journal/MaxRetentionSec"]) >= params.retention
      """,
    position: "Controls/data-security/DAT-LOG-01.yaml:31",
    reason: LocalizedText(
      zh: "日志只保存 7 天，要求不少于 180 天",
      en: "logs are kept for 7 days where 180 are required"),
    trace: ReportTrace(
      text: "has(…) && duration(…) >= params.retention", value: "false", verdict: .no,
      isDecisive: true,
      children: [
        ReportTrace(
          text: #"has(journald.settings["Journal/MaxRetentionSec"])"#, value: "true",
          verdict: .yes),
        ReportTrace(
          text: #"duration(journald.settings["Journal/MaxRetentionSec"]) >= params.retention"#,
          value: "false", verdict: .no, isDecisive: true,
          children: [
            ReportTrace(
              text: #"journald.settings["Journal/MaxRetentionSec"]"#, value: #""604800s""#,
              verdict: .value, isDecisive: true,
              origin: .init(
                location: "/etc/systemd/journald.conf:29", evidenceID: "OBS-0002")),
            ReportTrace(text: "params.retention", value: "4320h0m0s", verdict: .value),
          ]),
      ]),
    evidence: ["OBS-0002"])

  private static let policy = Report.CheckRecord(
    id: "policy", title: LocalizedText(zh: "日志留存制度", en: "Log retention policy"),
    method: .examine, outcome: .fail,
    question: LocalizedText(
      zh: "日志留存制度是否经批准？", en: "Is the log retention policy approved?"),
    expectation: "answer.approved && answer.approved_on <= as_of",
    position: "Controls/data-security/DAT-LOG-01.yaml:44",
    reason: LocalizedText(zh: "制度尚未批准", en: "the policy is not approved yet"),
    trace: ReportTrace(
      text: "answer.approved && answer.approved_on <= as_of", value: "false", verdict: .no,
      isDecisive: true,
      children: [
        ReportTrace(
          text: "answer.approved", value: "false", verdict: .no, isDecisive: true,
          origin: .init(location: "answers/data-security.yaml:12", evidenceID: "ANS-0001"))
      ]),
    answer: Report.Answer(
      fields: [
        .init(
          label: LocalizedText(zh: "已批准", en: "Approved"),
          value: LocalizedText(zh: "否", en: "No"))
      ],
      answeredBy: "王芳", answeredOn: "2026-11-01", validUntil: "2027-10-31",
      note: LocalizedText(
        zh: "制度已起草，等待十二月的管理会议。",
        en: "A draft waits for the management meeting in December.")),
    evidence: ["ANS-0001"])

  private static let drill = Report.CheckRecord(
    id: "drill", title: LocalizedText(zh: "最近一次演练", en: "The latest drill"),
    method: .interview, outcome: .fail,
    question: LocalizedText(
      zh: "最近一次应急演练在什么时候？有哪些改进？",
      en: "When was the latest drill, and what was improved?"),
    expectation: "as_of - answer.drilled_on <= params.cycle",
    position: "Controls/emergency-response/EMR-DRL-01.yaml:18",
    reason: LocalizedText(
      zh: "最近一次演练在 2025-03-14，距今 619 天，超过 365 天",
      en: "the latest drill was on 2025-03-14, 619 days ago where 365 are allowed"),
    trace: ReportTrace(
      text: "as_of - answer.drilled_on <= params.cycle", value: "false", verdict: .no,
      isDecisive: true,
      children: [
        ReportTrace(
          text: "answer.drilled_on", value: "2025-03-14", verdict: .value, isDecisive: true,
          origin: .init(location: "answers/emergency-response.yaml:7", evidenceID: "ANS-0002")),
        ReportTrace(text: "params.cycle", value: "8760h0m0s", verdict: .value),
      ]),
    answer: Report.Answer(
      fields: [
        .init(
          label: LocalizedText(zh: "演练日期", en: "Drilled on"),
          value: LocalizedText(verbatim: "2025-03-14")),
        .init(
          label: LocalizedText(zh: "参加人数", en: "People"),
          value: LocalizedText(verbatim: "14")),
      ],
      answeredBy: "李强", answeredOn: "2026-11-03", validUntil: "2027-05-02",
      attachments: ["ATT-0001"]),
    evidence: ["ANS-0002", "ATT-0001"])
}
