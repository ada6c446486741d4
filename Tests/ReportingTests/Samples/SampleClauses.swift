// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Reporting

/// The clauses that the sample's controls cite.
enum SampleClauses {
  struct Clause {
    var id: String
    var source: String
    var full: LocalizedText
    var short: LocalizedText
    var title: LocalizedText
    var note: LocalizedText?
    var standing: Report.Standing = .verified
  }

  static let all = [
    csl("23(2)", "第二十三条第（二）项", "防范攻击和侵入", "Measures against attack and intrusion"),
    csl("23(3)", "第二十三条第（三）项", "日志留存六个月", "Six months of logs"),
    csl(
      "23(4)", "第二十三条第（四）项", "数据分类、备份和加密", "Classification, backup and encryption"),
    csl("24", "第二十四条", "漏洞补救", "Mending of vulnerabilities"),
    csl("27", "第二十七条", "应急预案与处置", "Emergency plans and response"),
    csl("61", "第六十一条", "不履行保护义务的责任", "Liability for duties not performed"),
    Clause(
      id: "DSL/21", source: "DSL",
      full: LocalizedText(zh: "数据安全法 第二十一条", en: "Data Security Law, Article 21"),
      short: LocalizedText(zh: "第二十一条", en: "Article 21"),
      title: LocalizedText(zh: "数据分类分级", en: "Classification of data")),
    Clause(
      id: "DSL/27", source: "DSL",
      full: LocalizedText(zh: "数据安全法 第二十七条", en: "Data Security Law, Article 27"),
      short: LocalizedText(zh: "第二十七条", en: "Article 27"),
      title: LocalizedText(zh: "数据安全管理制度", en: "Management of data security")),
    Clause(
      id: "INC/4", source: "INC",
      full: LocalizedText(
        zh: "国家网络安全事件报告管理办法 第四条", en: "Measures for reporting incidents, Article 4"),
      short: LocalizedText(zh: "第四条", en: "Article 4"),
      title: LocalizedText(zh: "报告时限", en: "Time to report"),
      note: LocalizedText(
        zh: "时限随事件级别和报告对象而不同。",
        en: "The time depends on the grade of the incident and on whom it is reported to."),
      standing: .secondary),
    mlps("8.1.4.1.a", "身份鉴别与口令", "Identification and passwords"),
    mlps("8.1.4.1.c", "鉴别信息的传输保护", "Protection of credentials in transit"),
    mlps("8.1.4.3.c", "审计记录的保护", "Protection of audit records"),
    mlps("8.1.4.9.b", "异地备份与恢复", "Backup at another place, and recovery"),
  ]

  static func clause(_ id: String) -> Clause { all.first { $0.id == id }! }

  private static func csl(_ article: String, _ zh: String, _ title: String, _ en: String) -> Clause
  {
    Clause(
      id: "CSL/" + article, source: "CSL",
      full: LocalizedText(zh: "网络安全法 " + zh, en: "Cybersecurity Law, Article " + article),
      short: LocalizedText(zh: zh, en: "Article " + article),
      title: LocalizedText(zh: title, en: en))
  }

  private static func mlps(_ clause: String, _ title: String, _ en: String) -> Clause {
    Clause(
      id: "GBT22239-L3/" + clause, source: "GBT22239-L3",
      full: LocalizedText(verbatim: "GB/T 22239-2019 " + clause),
      short: LocalizedText(verbatim: clause), title: LocalizedText(zh: title, en: en))
  }
}

extension SampleReport {
  static let requirements = SampleClauses.all.map { clause in
    let citing = SampleControl.all.filter { $0.clauses.contains(clause.id) }
    let outcomes = citing.map { control in
      let worst = Report.Outcome.allCases.first { outcome in
        control.outcomes.contains { $0.outcome == outcome }
      }
      return Report.ControlOutcome(controlID: control.id, outcome: worst ?? .notReviewed)
    }
    return Report.RequirementResult(
      id: clause.id, sourceID: clause.source, clause: clause.short, title: clause.title,
      outcome: Report.Outcome.allCases.first { outcome in
        outcomes.contains { $0.outcome == outcome }
      },
      controls: outcomes, standing: clause.standing, note: clause.note)
  }

  static let waivers: [Report.Waiver] = [
    .init(
      id: "W-01", controlID: "SAF-PWD-01", assetIDs: ["web-1"],
      reason: LocalizedText(
        zh: "账户改为只用密钥登录，口令策略随系统升级一并调整。",
        en: "Accounts move to keys; the password policy follows with the system upgrade."),
      approver: "赵敏", from: "2026-10-01", until: "2026-12-31", state: .active, outcome: .fail),
    .init(
      id: "W-02", controlID: "EMR-DRL-01",
      reason: LocalizedText(zh: "业务高峰期暂缓演练。", en: "No drill during the busy season."),
      approver: "赵敏", from: "2025-10-01", until: "2026-03-31", state: .expired, outcome: .fail),
  ]

  static let limits: [Report.Limitation] = [
    .init(
      kind: .nature,
      text: LocalizedText(
        zh: "自评估不能代替独立的等级测评或渗透测试。",
        en: "A self-assessment replaces no independent assessment or penetration test.")),
    .init(
      kind: .sampling,
      text: LocalizedText(
        zh: "四台前端服务器抽查一台，其余按相同配置推定。",
        en: "One of four front servers was looked at; the others are taken to be alike.")),
    .init(
      kind: .notReached,
      text: LocalizedText(
        zh: "db-1 上有 3 项证据因权限不足未能取得。",
        en: "3 pieces of evidence on db-1 could not be had for want of privileges.")),
    .init(
      kind: .interpretation,
      text: LocalizedText(
        zh: "部分符合按不符合计入符合率。", en: "Partly met counts as not met in the rate.")),
  ]

  static let evidence: [Report.EvidenceItem] = [
    observation(
      "OBS-0001", "sshd(path=/etc/ssh/sshd_config)", "sshd 1", "web-1", .collected,
      [
        .init(
          location: "/etc/ssh/sshd_config", size: 3_287,
          digest: String(repeating: "9c1b4ef07a52d386", count: 4)),
        .init(
          location: "/etc/ssh/sshd_config.d/50-legacy.conf", size: 61,
          digest: String(repeating: "04f7aa2be1936c58", count: 4)),
      ]),
    observation(
      "OBS-0002", "config(path=/etc/systemd/journald.conf)", "config 1", "web-1", .collected,
      [
        .init(
          location: "/etc/systemd/journald.conf", line: 29, size: 1_282,
          digest: String(repeating: "c3d08e15f7b4962a", count: 4))
      ]),
    observation("OBS-0003", "account(passwords=true)", "account 1", "db-1", .denied, []),
    observation(
      "OBS-0004", #"package(names=["openssl", "nginx"])"#, "package 1", "db-1", .timedOut, []),
    {
      var item = observation(
        "OBS-0005", "config(path=/etc/mysql/my.cnf)", "config 1", "db-1", .collected,
        [.init(location: "/etc/mysql/my.cnf", size: 940)])
      item.redactions = [.init(path: "settings.client/password", kind: "password")]
      return item
    }(),
    .init(
      id: "ANS-0001", kind: .answer, assetID: "organization", query: "DAT-LOG-01.policy",
      status: .collected, sources: [.init(location: "answers/data-security.yaml", line: 12)],
      collectedAt: "2026-11-01", validUntil: "2027-10-31"),
    .init(
      id: "ANS-0002", kind: .answer, assetID: "organization", query: "EMR-DRL-01.drill",
      status: .collected, sources: [.init(location: "answers/emergency-response.yaml", line: 7)],
      collectedAt: "2026-11-03", validUntil: "2027-05-02"),
    .init(
      id: "ATT-0001", kind: .attachment, assetID: "organization",
      query: "evidence/drill-2025-03-14.pdf", status: .collected,
      sources: [
        .init(
          location: "evidence/drill-2025-03-14.pdf", size: 482_113,
          digest: String(repeating: "7be2609d14cf835a", count: 4))
      ],
      collectedAt: "2026-11-03"),
  ]

  private static func observation(
    _ id: String, _ query: String, _ collector: String, _ asset: String,
    _ status: Report.EvidenceStatus, _ sources: [Report.EvidenceOrigin]
  ) -> Report.EvidenceItem {
    let reason: LocalizedText? =
      switch status {
      case .denied:
        LocalizedText(zh: "读取 /etc/shadow 需要 root", en: "reading /etc/shadow needs root")
      case .timedOut:
        LocalizedText(zh: "rpm 在 10 秒内没有结束", en: "rpm did not end within 10 seconds")
      default: nil
      }
    return Report.EvidenceItem(
      id: id, kind: .observation, assetID: asset, query: query, collector: collector,
      status: status, reason: reason, sources: sources, collectedAt: "2026-11-20T10:15:00+08:00",
      digest: status == .collected ? String(repeating: "a1e94d7703b6528c", count: 4) : nil)
  }
}
