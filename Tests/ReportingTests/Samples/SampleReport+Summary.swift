// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Reporting

extension SampleReport {
  static let summary: Report.Summary = {
    var counts = SampleReport.counts { _, _ in true }
    let rates = SampleReport.rates(counts)
    counts.waived = 1
    return Report.Summary(
      conclusion: .init(
        ruleID: "mlps-2025",
        ruleName: LocalizedText(
          zh: "等级测评报告模板（2025 版）符合率规则", en: "rate rule of the MLPS report template of 2025"),
        verdict: LocalizedText(zh: "不符合", en: "not met"), grade: .poor, rate: rates.rate,
        coverage: rates.coverage,
        inputs: [
          .init(label: LocalizedText(zh: "符合", en: "met"), value: counts.pass),
          .init(
            label: LocalizedText(zh: "适用", en: "applicable"),
            value: counts.total - counts.notApplicable),
          .init(
            label: LocalizedText(zh: "不适用", en: "not applicable"), value: counts.notApplicable),
        ],
        formula: LocalizedText(
          zh: "符合率 = 符合项数 ÷（总项数 − 不适用项数）；部分符合、未检查、证据过期和错误不计入符合。",
          en: """
            rate = items met ÷ (all items − not applicable); partly met, not reviewed, stale and \
            error do not count as met
            """),
        thresholds: [
          .init(percent: 90, verdict: LocalizedText(zh: "符合", en: "met")),
          .init(percent: 60, verdict: LocalizedText(zh: "基本符合", en: "basically met")),
        ],
        boundaryReadings: [
          LocalizedText(
            zh: "恰好 90% 或 60% 时取较低一档", en: "exactly 90 % or 60 % takes the lower band"),
          LocalizedText(
            zh: "高于 90% 但存在重大风险隐患时取“基本符合”",
            en: "above 90 % with a major hazard is read as basically met"),
        ],
        hazards: .init(found: 2, rectified: 1),
        source: LocalizedText(
          zh: "公网安〔2025〕1846号", en: "Letter 1846 (2025) of the Ministry's security bureau"),
        standing: .verified),
      counts: counts,
      severities: Report.Severity.allCases.map { severity in
        .init(severity: severity, findings: findings.count { $0.severity == severity })
      },
      topFindings: Array(findings.prefix(5).map(\.id)),
      notLookedAt: [
        LocalizedText(
          zh: "仓储系统和办公网不在本次范围内。",
          en: "The warehouse system and the office network are out of scope."),
        LocalizedText(
          zh: "数据库服务器上的口令策略没有读取权限，相关控制记为“未检查”。",
          en: """
            Password policy on the database server could not be read; the control counts as not \
            reviewed.
            """),
      ],
      notices: [
        .init(
          kind: .warning,
          text: LocalizedText(
            zh: "采集程序在 db-1 上没有以 root 运行，3 项证据被拒绝读取。",
            en: "The collector did not run as root on db-1; 3 pieces of evidence were refused."))
      ],
      decisions: [
        LocalizedText(
          zh: "批准日志留存制度，并确定日志存储的预算。",
          en: "Approve the log retention policy and the budget for log storage."),
        LocalizedText(
          zh: "指定应急演练的负责人，并在年内完成一次演练。",
          en: "Name who is in charge of drills, and hold one before the end of the year."),
        LocalizedText(
          zh: "决定是否在下一评估期纳入仓储系统。",
          en: "Decide whether the warehouse system joins the next assessment."),
      ])
  }()

  static let scope = Report.Scope(
    facts: [
      .init(
        id: "mlps_level",
        question: LocalizedText(
          zh: "系统的网络安全保护等级是几级？", en: "Which MLPS level does the system have?"),
        answer: LocalizedText(zh: "第三级", en: "Level 3")),
      .init(
        id: "personal_information_subjects",
        question: LocalizedText(
          zh: "处理多少人的个人信息？", en: "Of how many people is personal information handled?"),
        answer: LocalizedText(verbatim: "2 600 000")),
      .init(
        id: "transfers_data_abroad",
        question: LocalizedText(
          zh: "是否向境外提供数据？", en: "Is data provided to places abroad?"), answer: nil),
    ],
    assets: [
      asset("organization", "organization", LocalizedText(zh: "示例商城", en: "Example Mall"), nil),
      asset(
        "web-1", "host", LocalizedText(zh: "商城前端服务器", en: "Shop front server"), .key,
        access: LocalizedText(zh: "本机", en: "local"),
        identity: LocalizedText(verbatim: "mall-web-01 · Debian GNU/Linux 12 · Linux 6.1")),
      asset(
        "db-1", "host", LocalizedText(zh: "订单数据库服务器", en: "Order database server"), .important,
        access: LocalizedText(verbatim: "SSH audit@10.20.0.15"),
        identity: LocalizedText(verbatim: "mall-db-01 · openEuler 24.03 · Linux 6.6")),
    ],
    boundary: LocalizedText(
      zh: "商城交易系统的前端、订单数据库及其管理制度；支付由持牌机构提供，不在评估边界内。",
      en: """
        The front end and order database of the mall trading system, with the policies around them. \
        Payment is provided by a licensed institution outside the boundary.
        """),
    selection: LocalizedText(
      zh: "前端服务器共 4 台，配置由同一模板生成，抽查 1 台；数据库服务器 1 台，全部检查。",
      en: """
        Of four front servers made from one template, one was looked at; the one database server was \
        looked at.
        """),
    exclusions: [
      .init(
        controlID: "SAF-WIR-01",
        title: LocalizedText(zh: "无线网络接入控制", en: "Access control of wireless networks"),
        reason: LocalizedText(
          zh: "系统所在机房没有无线网络。", en: "There is no wireless network in the data centre."))
    ])

  private static func asset(
    _ id: String, _ kind: String, _ name: LocalizedText, _ importance: Report.Importance?,
    access: LocalizedText? = nil, identity: LocalizedText? = nil
  ) -> Report.Asset {
    Report.Asset(
      id: id, name: name, kind: kind, importance: importance, access: access, identity: identity,
      collectedAt: kind == "host" ? "2026-11-20T10:15:00+08:00" : nil,
      counts: counts { _, asset in asset == id })
  }

  static let basis = Report.Basis(
    sources: [
      source(
        "CSL", "law", LocalizedText(zh: "网络安全法", en: "Cybersecurity Law"),
        LocalizedText(zh: "2025 年修正", en: "as amended in 2025"), "2026-01-01", .verified, 6),
      source(
        "DSL", "law", LocalizedText(zh: "数据安全法", en: "Data Security Law"), nil, "2021-09-01",
        .verified, 2),
      source(
        "INC", "measure",
        LocalizedText(
          zh: "国家网络安全事件报告管理办法", en: "Measures for reporting cybersecurity incidents"), nil,
        "2025-11-01", .secondary, 1),
      source(
        "GBT22239-L3", "standard",
        LocalizedText(
          zh: "信息安全技术 网络安全等级保护基本要求（第三级）",
          en: "Baseline for classified protection of cybersecurity, level 3"),
        LocalizedText(verbatim: "GB/T 22239-2019"), "2019-12-01", .verified, 4),
    ],
    methods: [
      .init(method: .interview, checks: 3, decided: 2),
      .init(method: .examine, checks: 14, decided: 10),
      .init(method: .test, checks: 9, decided: 8),
    ],
    collectors: [
      .init(
        id: "config",
        summary: LocalizedText(zh: "配置文件中的设置", en: "settings in configuration files"),
        version: "1", queries: 9, collected: 7),
      .init(
        id: "sshd",
        summary: LocalizedText(zh: "OpenSSH 的生效设置", en: "effective settings of OpenSSH"),
        version: "1", queries: 2, collected: 2),
    ],
    procedure: LocalizedText(
      zh: "11 月 2 日确定范围，11 月 3 日至 10 日访谈和核查制度，11 月 20 日采集主机证据；与计划相比，数据库服务器的采集推迟了一周。",
      en: """
        The scope was set on 2 November, people and policies were heard and read from 3 to 10 \
        November, and hosts were collected from on 20 November. Collection from the database server \
        was a week later than planned.
        """))

  private static func source(
    _ id: String, _ kind: String, _ title: LocalizedText, _ version: LocalizedText?, _ from: String,
    _ standing: Report.Standing, _ requirements: Int
  ) -> Report.Source {
    Report.Source(
      id: id, kind: kind, title: title, version: version, inForceFrom: from, standing: standing,
      requirements: requirements)
  }
}
