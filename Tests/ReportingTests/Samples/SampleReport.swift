// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Reporting

/// Reports that the tests render.
enum SampleReport {
  /// An assessment in which nothing was found to assess.
  static let empty = Report(
    cover: .init(
      kind: .selfAssessment, number: "PL-2026-0000",
      organization: LocalizedText(zh: "空白商店", en: "Empty Shop"), issuedOn: "2026-11-23",
      state: .draft),
    documentControl: .init(toolVersion: "0.1.0"),
    summary: .init(
      conclusion: .init(
        ruleID: "mlps-2025",
        ruleName: LocalizedText(zh: "等级测评 2025 版符合率", en: "MLPS 2025 rate of met controls"),
        verdict: LocalizedText(zh: "无结论", en: "no result"), grade: .none,
        rate: .init(met: 0, of: 0), coverage: .init(met: 0, of: 0),
        formula: LocalizedText(zh: "符合项 ÷ 适用项", en: "met ÷ applicable")),
      counts: .init()),
    scope: .init(), basis: .init(), plan: [])

  /// A shop with every outcome.
  static let mixed = Report(
    cover: cover,
    documentControl: documentControl,
    statement: [
      LocalizedText(
        zh: "本报告是被评估单位依据《中华人民共和国网络安全法》及相关标准进行的自评估，不是法定的等级测评，也不代替主管机关的检查或认定。",
        en: """
          This report is a self-assessment against the Cybersecurity Law and related standards. It \
          is not a statutory classified protection assessment and replaces no inspection or finding \
          of an authority.
          """),
      LocalizedText(
        zh: "结论只对评估基准日的状况有效，并以所提供的信息和证据真实、完整为前提；系统、配置或制度变化后应当重新评估。引用本报告应当完整，不得断章取义。",
        en: """
          The result holds for the state on the day named on the cover only, provided that the \
          information and evidence given are true and complete. After a change of systems, settings \
          or policies the assessment must be repeated. Nothing may be quoted out of its meaning.
          """),
    ],
    summary: summary,
    scope: scope,
    basis: basis,
    domains: domains,
    requirements: requirements,
    findings: findings,
    risks: risks,
    plan: plan,
    waivers: waivers,
    limits: limits,
    signatures: [.init(role: .author, name: "王芳"), .init(role: .reviewer), .init(role: .approver)],
    controls: controls,
    evidence: evidence)

  static let results = SampleControl.all.flatMap { control in
    control.outcomes.map { (control: control, asset: $0.asset, outcome: $0.outcome) }
  }

  static func counts(where isIncluded: (SampleControl, String) -> Bool) -> Report.OutcomeCounts {
    Report.OutcomeCounts(results.filter { isIncluded($0.control, $0.asset) }.map(\.outcome))
  }

  static func rates(
    _ counts: Report.OutcomeCounts
  ) -> (rate: Report.Rate, coverage: Report.Rate) {
    let applicable = counts.total - counts.notApplicable
    let decided = counts.pass + counts.partial + counts.fail
    return (.init(met: counts.pass, of: applicable), .init(met: decided, of: applicable))
  }

  static func findingID(_ control: String, _ asset: String) -> String { "\(control)@\(asset)" }

  private static let cover = Report.Cover(
    kind: .selfAssessment, number: "PL-2026-0042",
    organization: LocalizedText(
      zh: "示例商城电子商务有限公司", en: "Example Mall E-Commerce Co., Ltd."),
    systems: [
      LocalizedText(zh: "商城交易系统", en: "Mall trading system"),
      LocalizedText(zh: "会员与积分系统", en: "Membership and points system"),
    ],
    protectionLevel: 3, filingNumber: "11010543210-24001", periodStart: "2026-11-02",
    periodEnd: "2026-11-20", issuedOn: "2026-11-23", state: .draft,
    confidentiality: LocalizedText(zh: "内部", en: "Internal"))

  private static let documentControl = Report.DocumentControl(
    toolVersion: "0.1.0",
    catalogs: titles.map { id, title in
      .init(
        id: id, title: title, version: "1.0.0",
        digest: String(repeating: "5f8a3c0e9b127d46", count: 4))
    },
    profile: .init(
      id: "e-commerce-l3",
      title: LocalizedText(
        zh: "电子商务平台（等保三级）", en: "E-commerce platform (MLPS level 3)"),
      controls: SampleControl.all.count),
    parameters: [
      .init(
        controlID: "EMR-DRL-01", name: "cycle",
        label: LocalizedText(zh: "演练周期", en: "Drill cycle"), value: "P365D",
        standard: "P730D")
    ],
    people: [.init(role: .author, name: "王芳", date: "2026-11-23"), .init(role: .reviewer)],
    revisions: [
      .init(
        version: "0.1", date: "2026-11-23",
        note: LocalizedText(zh: "初稿，供内部讨论", en: "First draft for discussion"))
    ],
    distribution: [
      LocalizedText(zh: "网络安全领导小组", en: "Security steering group"),
      LocalizedText(zh: "信息技术部", en: "IT department"),
    ])

  /// The domains in order.
  static let titles: [(id: String, title: LocalizedText)] = [
    ("safeguarding", LocalizedText(zh: "安全防护", en: "Safeguarding")),
    ("data-security", LocalizedText(zh: "数据安全管理", en: "Data security management")),
    ("emergency-response", LocalizedText(zh: "应急响应", en: "Emergency response")),
    ("disaster-recovery", LocalizedText(zh: "灾难恢复", en: "Disaster recovery")),
  ]

  private static let domains = titles.map { id, title in
    let counts = counts { control, _ in control.domain == id }
    let rates = rates(counts)
    return Report.Domain(
      id: id, title: title, counts: counts, rate: rates.rate, coverage: rates.coverage)
  }
}
