// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Reporting

extension SampleReport {
  static let findings: [Report.Finding] = {
    let open = results.filter { $0.outcome != .pass && $0.outcome != .notApplicable }
    let order = Report.Severity.allCases
    let found = open.enumerated().sorted { a, b in
      let ranks = [a, b].map { order.firstIndex(of: $0.element.control.severity) ?? 0 }
      return (ranks[0], a.offset) < (ranks[1], b.offset)
    }
    return found.map { _, result in finding(result.control, result.asset, result.outcome) }
  }()

  private static func finding(
    _ control: SampleControl, _ asset: String, _ outcome: Report.Outcome
  ) -> Report.Finding {
    let checks = SampleChecks.checks(control, asset, outcome)
    let isGrave = control.id == "SAF-SSH-01" || control.id == "DAT-ENC-01"
    return Report.Finding(
      id: findingID(control.id, asset), controlID: control.id, assetID: asset, outcome: outcome,
      severity: control.severity, riskLevel: outcome == .fail ? .high : .medium,
      isMajorHazard: isGrave,
      title: control.title, statement: control.statement,
      rationale: control.id == "DAT-LOG-01"
        ? LocalizedText(
          zh: "没有日志，事件发生后无法还原经过，也无法向主管机关说明。",
          en: "Without logs nobody can tell what happened, nor account for it to the authority.")
        : nil,
      message: message(control, asset, outcome, checks),
      requirements: control.clauses.map { id in
        let clause = SampleClauses.clause(id)
        return .init(id: id, clause: clause.full, title: clause.title)
      },
      checks: checks, waiverID: control.id == "SAF-PWD-01" && asset == "web-1" ? "W-01" : nil)
  }

  private static func message(
    _ control: SampleControl, _ asset: String, _ outcome: Report.Outcome,
    _ checks: [Report.CheckRecord]
  ) -> LocalizedText {
    if let reason = checks.first?.reason {
      let more = checks.dropFirst().compactMap(\.reason)
      return LocalizedText(
        zh: ([reason] + more).map(\.zh).joined(separator: "；") + "。",
        en: ([reason] + more).map(\.en).joined(separator: "; ") + ".")
    }
    return LocalizedText(
      zh: "证据表明要求没有完全满足。", en: "Evidence shows that the requirement is not fully met.")
  }

  static let controls = results.map { control, asset, outcome in
    let checks = SampleChecks.checks(control, asset, outcome).map { check in
      var check = check
      check.trace = nil
      return check
    }
    let isOpen = outcome != .pass && outcome != .notApplicable
    return Report.ControlRecord(
      controlID: control.id, assetID: asset, title: control.title, outcome: outcome,
      severity: control.severity, weight: control.severity == .critical ? 3 : 2,
      requirementIDs: control.clauses, checks: checks,
      findingID: isOpen ? findingID(control.id, asset) : nil)
  }

  static let risks = findings.prefix(4).map { finding in
    Report.Risk(
      findingID: finding.id, assetID: finding.assetID,
      threat: LocalizedText(
        zh: "攻击者利用该弱点取得系统控制权或客户数据",
        en: "an attacker uses the weakness to take over the system or customers' data"),
      likelihood: finding.severity == .critical ? 4 : 3,
      loss: finding.severity == .critical ? 5 : 3, assetValue: 4,
      level: finding.severity == .critical ? .veryHigh : .high, matrixID: "gbt-20984",
      standing: .secondary)
  }

  static let plan: [Report.PlanItem] = [
    .init(
      id: "ACT-01", priority: 1,
      action: LocalizedText(
        zh: "在 /etc/ssh/sshd_config 中设置 PermitRootLogin no，重新加载服务，并确认没有被 sshd_config.d 中的文件覆盖。",
        en: """
          Set PermitRootLogin no in /etc/ssh/sshd_config, reload the service, and see that no file \
          in sshd_config.d overrides it.
          """),
      effort: .hours, controlIDs: ["SAF-SSH-01"], findingIDs: ["SAF-SSH-01@web-1"],
      assetIDs: ["web-1"], gain: 1, isDeferrable: false, owner: "运维组", due: "2026-11-30"),
    .init(
      id: "ACT-02", priority: 1,
      action: LocalizedText(
        zh: "把 journald 的 MaxRetentionSec 设为 180 天以上，并批准日志留存制度。",
        en: """
          Raise MaxRetentionSec of journald to 180 days or more, and approve the retention policy.
          """),
      effort: .days, controlIDs: ["DAT-LOG-01"], findingIDs: ["DAT-LOG-01@web-1"],
      assetIDs: ["web-1"], gain: 1, isDeferrable: false),
    .init(
      id: "ACT-03", priority: 2,
      action: LocalizedText(
        zh: "组织一次应急演练，记录问题和改进。",
        en: "Hold a drill, and record problems and improvements."),
      effort: .weeks, controlIDs: ["EMR-DRL-01"], findingIDs: ["EMR-DRL-01@organization"],
      assetIDs: ["organization"], gain: 1),
    .init(
      id: "ACT-04", priority: 3,
      action: LocalizedText(
        zh: "以 root 重新采集 db-1，使未检查和错误的控制得出结论。",
        en: """
          Collect from db-1 again as root, so that what was not reviewed or failed is decided.
          """),
      effort: .hours, controlIDs: ["SAF-PWD-01", "SAF-UPD-01"],
      findingIDs: ["SAF-PWD-01@db-1", "SAF-UPD-01@db-1"], assetIDs: ["db-1"], gain: 0),
  ]
}
