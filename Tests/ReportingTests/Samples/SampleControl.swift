// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Reporting

/// A control of the sample shop, with what it came to on each asset.
struct SampleControl {
  var id: String
  var domain: String
  var title: LocalizedText
  var statement: LocalizedText
  var severity: Report.Severity
  var clauses: [String]
  var outcomes: [(asset: String, outcome: Report.Outcome)]

  static let all: [SampleControl] = safeguarding + dataSecurity + emergency + recovery

  private static let safeguarding = [
    SampleControl(
      id: "SAF-SSH-01", domain: "safeguarding",
      title: LocalizedText(
        zh: "远程登录不允许 root 使用口令", en: "Root cannot log in remotely with a password"),
      statement: LocalizedText(
        zh: "管理员以各自的账户登录，再按需提升权限；root 账户不接受口令远程登录。",
        en: """
          Administrators log in with accounts of their own and raise privileges as needed; root \
          takes no password from the network.
          """),
      severity: .critical, clauses: ["CSL/23(2)", "GBT22239-L3/8.1.4.1.a"],
      outcomes: [("web-1", .fail), ("db-1", .pass)]),
    SampleControl(
      id: "SAF-SSH-02", domain: "safeguarding",
      title: LocalizedText(
        zh: "远程管理只使用现行加密算法", en: "Remote administration uses current ciphers only"),
      statement: LocalizedText(
        zh: "远程管理通道不使用已被废弃的加密、完整性校验和密钥交换算法。",
        en: "Remote administration uses no retired cipher, integrity or key exchange algorithm."),
      severity: .high, clauses: ["CSL/23(2)", "GBT22239-L3/8.1.4.1.c"],
      outcomes: [("web-1", .partial), ("db-1", .pass)]),
    SampleControl(
      id: "SAF-PWD-01", domain: "safeguarding",
      title: LocalizedText(
        zh: "口令有复杂度要求并定期更换", en: "Passwords are complex and changed in time"),
      statement: LocalizedText(
        zh: "本地账户的口令至少八位、三类字符，并在九十天内更换。",
        en: """
          Passwords of local accounts have at least eight characters of three kinds and are changed \
          within ninety days.
          """),
      severity: .high, clauses: ["GBT22239-L3/8.1.4.1.a"],
      outcomes: [("web-1", .fail), ("db-1", .notReviewed)]),
    SampleControl(
      id: "SAF-NET-01", domain: "safeguarding",
      title: LocalizedText(
        zh: "只开放业务需要的端口", en: "Only ports that the business needs are open"),
      statement: LocalizedText(
        zh: "每个监听端口都有登记的业务用途，其余服务关闭。",
        en: "Every listening port has a recorded purpose; all other services are off."),
      severity: .medium, clauses: ["CSL/23(2)"],
      outcomes: [("web-1", .pass), ("db-1", .pass)]),
    SampleControl(
      id: "SAF-UPD-01", domain: "safeguarding",
      title: LocalizedText(zh: "安全更新及时安装", en: "Security updates are installed in time"),
      statement: LocalizedText(
        zh: "高危漏洞的安全更新在发布后三十天内安装。",
        en: "Updates for grave vulnerabilities are installed within thirty days."),
      severity: .high, clauses: ["CSL/24"],
      outcomes: [("web-1", .pass), ("db-1", .error)]),
  ]

  private static let dataSecurity = [
    SampleControl(
      id: "DAT-LOG-01", domain: "data-security",
      title: LocalizedText(
        zh: "网络日志至少保存六个月", en: "Network logs are kept for at least six months"),
      statement: LocalizedText(
        zh: "与网络运行和安全事件有关的日志保存不少于六个月，并防止被覆盖或删除。",
        en: """
          Logs of network operation and security events are kept for six months or more, safe from \
          being overwritten or deleted.
          """),
      severity: .high, clauses: ["CSL/23(3)", "GBT22239-L3/8.1.4.3.c"],
      outcomes: [("web-1", .fail), ("db-1", .pass)]),
    SampleControl(
      id: "DAT-CLS-01", domain: "data-security",
      title: LocalizedText(
        zh: "数据分类分级目录经批准并更新", en: "A data classification is approved and current"),
      statement: LocalizedText(
        zh: "单位有覆盖全部业务系统的数据分类分级目录，由负责人批准，并每年复核。",
        en: """
          A classification of data covers every business system, is approved by the person in \
          charge, and is reviewed each year.
          """),
      severity: .medium, clauses: ["DSL/21", "CSL/23(4)"],
      outcomes: [("organization", .stale)]),
    SampleControl(
      id: "DAT-ENC-01", domain: "data-security",
      title: LocalizedText(
        zh: "重要数据在传输和存储中加密", en: "Important data is encrypted in transit and at rest"),
      statement: LocalizedText(
        zh: "订单、支付和身份数据在传输和存储中使用现行密码算法加密。",
        en: "Orders, payments and identities are encrypted in transit and at rest."),
      severity: .critical, clauses: ["CSL/23(4)", "DSL/27"],
      outcomes: [("db-1", .partial), ("web-1", .pass)]),
    SampleControl(
      id: "DAT-BAK-01", domain: "data-security",
      title: LocalizedText(zh: "备份介质加密保管", en: "Backup media are kept encrypted"),
      statement: LocalizedText(
        zh: "离线备份介质加密，并登记领用。",
        en: "Offline backup media are encrypted, and who takes them is recorded."),
      severity: .low, clauses: ["CSL/23(4)"],
      outcomes: [("organization", .notApplicable)]),
    SampleControl(
      id: "DAT-OFF-01", domain: "data-security",
      title: LocalizedText(
        zh: "负责人和管理机构已明确", en: "A person and a body in charge are named"),
      statement: LocalizedText(
        zh: "数据安全负责人和管理机构以书面形式指定。",
        en: "The person and the body in charge of data security are named in writing."),
      severity: .medium, clauses: ["DSL/27"], outcomes: [("organization", .pass)]),
  ]

  private static let emergency = [
    SampleControl(
      id: "EMR-PLN-01", domain: "emergency-response",
      title: LocalizedText(
        zh: "网络安全事件应急预案有效", en: "An incident response plan is in force"),
      statement: LocalizedText(
        zh: "应急预案经批准，写明分级、处置流程和报告时限。",
        en: "An approved plan names incident grades, procedures and reporting times."),
      severity: .high, clauses: ["CSL/27"], outcomes: [("organization", .pass)]),
    SampleControl(
      id: "EMR-DRL-01", domain: "emergency-response",
      title: LocalizedText(zh: "每年至少演练一次", en: "Drills are held at least once a year"),
      statement: LocalizedText(
        zh: "应急预案每年至少演练一次，记录发现的问题和改进。",
        en: "The plan is exercised at least once a year; problems and improvements are recorded."),
      severity: .medium, clauses: ["CSL/27"], outcomes: [("organization", .fail)]),
    SampleControl(
      id: "EMR-RPT-01", domain: "emergency-response",
      title: LocalizedText(
        zh: "重大事件能在规定时限内报告", en: "Major incidents can be reported in time"),
      statement: LocalizedText(
        zh: "值班人员知道向谁、以何种渠道、在多长时间内报告，并有可用的联系方式。",
        en: "Staff on duty know whom to tell, how and how soon, and have contacts that work."),
      severity: .high, clauses: ["INC/4"], outcomes: [("organization", .notReviewed)]),
  ]

  private static let recovery = [
    SampleControl(
      id: "DRC-BAK-01", domain: "disaster-recovery",
      title: LocalizedText(
        zh: "重要数据异地备份", en: "Important data is backed up at another place"),
      statement: LocalizedText(
        zh: "重要数据每天备份到另一机房，备份结果被检查。",
        en: "Important data is backed up to another site each day, and the result is checked."),
      severity: .high, clauses: ["CSL/23(4)", "GBT22239-L3/8.1.4.9.b"],
      outcomes: [("db-1", .pass)]),
    SampleControl(
      id: "DRC-TST-01", domain: "disaster-recovery",
      title: LocalizedText(
        zh: "恢复演练达到恢复时间目标", en: "Restore tests meet the recovery time objective"),
      statement: LocalizedText(
        zh: "每半年从备份恢复一次，实际用时不超过恢复时间目标。",
        en: "Backups are restored twice a year within the recovery time objective."),
      severity: .medium, clauses: ["GBT22239-L3/8.1.4.9.b"],
      outcomes: [("organization", .partial)]),
    SampleControl(
      id: "DRC-SYN-01", domain: "disaster-recovery",
      title: LocalizedText(
        zh: "数据库复制状态受监控", en: "Database replication is monitored"),
      statement: LocalizedText(
        zh: "主备复制的延迟和中断会及时告警。",
        en: "Lag or loss of replication raises an alarm in time."),
      severity: .medium, clauses: ["GBT22239-L3/8.1.4.9.b"], outcomes: [("db-1", .pass)]),
  ]
}
