// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension RecordSchema {
  /// Restores from a backup that were tried out.
  static let restoreTest = RecordSchema(
    collector: "restore-test", fileName: "restore-tests",
    title: LocalizedText(zh: "备份恢复测试记录", en: "Register of restore tests"),
    fields: [
      .required("date", .date, ("测试日期", "Date"), zh: "恢复测试的日期", en: "The day of the test"),
      .required(
        "system", .text, ("系统", "System"), zh: "所恢复的系统或数据", en: "The system or data restored"),
      .optional(
        "scope", .text, ("范围", "Scope"), zh: "恢复了哪些部分：整库、单表、整机等",
        en: "What was restored: a whole database, a table, a machine"),
      .optional(
        "backup_from", .date, ("所用备份日期", "Backup from"), zh: "所用备份是哪一天的",
        en: "The day the restored backup is from"),
      .required(
        "succeeded", .flag, ("是否成功", "Succeeded"), zh: "数据是否完整可用：true（是）或 false（否）",
        en: "Whether the data was complete and usable: true or false"),
      .optional(
        "verified_by_comparison", .flag, ("已比对数据", "Verified by comparison"),
        zh: "是否与源数据比对过记录数或校验值",
        en: "Whether counts or checksums were compared with the source"),
      .optional(
        "recovery_time", .duration, ("实测恢复时间", "Recovery time"), zh: "实测的恢复时间，如 PT2H30M",
        en: "The measured recovery time, such as PT2H30M"),
      .optional(
        "data_loss", .duration, ("实测数据丢失", "Data loss"), zh: "实测丢失多长时间的数据，如 PT10M",
        en: "The measured span of lost data, such as PT10M"),
    ] + objectives + people,
    sample: [
      ("date", "2026-10-12", "2026-10-12"), ("system", "订单系统", "orders"),
      ("scope", "整库", "whole database"), ("backup_from", "2026-10-11", "2026-10-11"),
      ("succeeded", "true", "true"), ("verified_by_comparison", "true", "true"),
      ("recovery_time", "PT2H30M", "PT2H30M"), ("data_loss", "PT10M", "PT10M"),
      ("rto", "PT4H", "PT4H"), ("rpo", "PT15M", "PT15M"),
      ("participants", "[赵敏, 孙浩]", "[Zhao Min, Sun Hao]"), ("findings", "[]", "[]"),
      ("overdue_findings", "0", "0"),
    ])

  /// Exercises of the emergency and recovery plans.
  static let drill = RecordSchema(
    collector: "drill", fileName: "drills",
    title: LocalizedText(zh: "演练记录", en: "Register of drills"),
    fields: [
      .required("date", .date, ("演练日期", "Date"), zh: "演练的日期", en: "The day of the drill"),
      .required(
        "plan",
        .choice([
          RecordField.Option("emergency", zh: "应急预案", en: "emergency plan"),
          RecordField.Option("recovery", zh: "灾难恢复预案", en: "recovery plan"),
        ]), ("所演练预案", "Plan"),
        zh: "emergency（应急预案）或 recovery（灾难恢复预案）", en: "emergency or recovery"),
      .required(
        "kind",
        .choice([
          RecordField.Option("tabletop", zh: "桌面推演", en: "table-top"),
          RecordField.Option("functional", zh: "功能演练", en: "functional"),
          RecordField.Option("full", zh: "实战演练", en: "full"),
        ]), ("演练方式", "Kind"),
        zh: "tabletop（桌面推演）、functional（功能演练）或 full（实战演练）", en: "tabletop, functional or full"),
      .required("scope", .text, ("范围", "Scope"), zh: "演练的系统与部门", en: "Systems and departments"),
      .optional("scenario", .text, ("场景", "Scenario"), zh: "演练的情景", en: "What was played"),
      .optional(
        "recovery_time", .duration, ("实测恢复时间", "Recovery time"),
        zh: "实测的恢复时间，如 PT2H30M；桌面推演不填",
        en: "The measured recovery time, such as PT2H30M; none for a table-top"),
      .optional(
        "data_loss", .duration, ("实测数据丢失", "Data loss"), zh: "实测丢失多长时间的数据，如 PT10M",
        en: "The measured span of lost data, such as PT10M"),
    ] + objectives + people + [
      .optional(
        "plan_revised", .flag, ("预案已修订", "Plan revised"), zh: "预案已据此修订，或确认无需修订",
        en: "Whether the plan was revised accordingly, or found in no need of it")
    ],
    sample: [
      ("date", "2026-04-16", "2026-04-16"), ("plan", "recovery", "recovery"),
      ("kind", "full", "full"), ("scope", "订单系统", "orders"),
      ("scenario", "主机房断电", "power loss in the main room"),
      ("recovery_time", "PT2H40M", "PT2H40M"), ("data_loss", "PT6M", "PT6M"),
      ("rto", "PT4H", "PT4H"), ("rpo", "PT15M", "PT15M"),
      ("participants", "[赵敏, 孙浩, 周蕾]", "[Zhao Min, Sun Hao, Zhou Lei]"),
      ("findings", "[值班表联系方式过期]", "[phone list out of date]"), ("overdue_findings", "0", "0"),
      ("plan_revised", "true", "true"),
    ])

  /// Security incidents with the times that the reporting rules count.
  static let incidentLog = RecordSchema(
    collector: "incident-log", fileName: "incidents",
    title: LocalizedText(zh: "网络安全事件台账", en: "Register of cybersecurity incidents"),
    fields: [
      .required("id", .text, ("编号", "Id"), zh: "事件编号，不重复", en: "The number of the incident"),
      .required("title", .text, ("事件", "Incident"), zh: "发生了什么", en: "What happened"),
      .required(
        "level",
        .choice([
          RecordField.Option("especially_major", zh: "特别重大", en: "especially major"),
          RecordField.Option("major", zh: "重大", en: "major"),
          RecordField.Option("relatively_major", zh: "较大", en: "relatively major"),
          RecordField.Option("general", zh: "一般", en: "general"),
        ]), ("级别", "Level"),
        zh: "especially_major（特别重大）、major（重大）、relatively_major（较大）或 general（一般）",
        en: "especially_major, major, relatively_major or general"),
      .optional(
        "involves_cii", .flag, ("涉及关基", "Involves CII"), zh: "是否涉及关键信息基础设施；不填为否",
        en: "Whether critical information infrastructure is involved; no when left out"),
      .optional("occurred_at", .time, ("发生时间", "Occurred at"), zh: "何时发生", en: "When it began"),
      .required(
        "detected_at", .time, ("发现时间", "Detected at"), zh: "首条告警或首次获知的时间，时限由此起算",
        en: "The first alert or first knowledge, from which the limits run"),
      .optional(
        "reported_to_cac_at", .time, ("报省级网信时间", "Reported to CAC at"), zh: "何时报告省级网信部门",
        en: "When the provincial cyberspace administration was told"),
      .optional(
        "reported_to_protection_department_at", .time,
        ("报保护工作部门时间", "Reported to protection department at"), zh: "何时报告关基保护工作部门",
        en: "When the department that protects critical infrastructure was told"),
      .optional(
        "reported_to_police_at", .time, ("报公安时间", "Reported to police at"), zh: "何时报告公安机关",
        en: "When the police was told"),
      .optional(
        "closed_on", .date, ("处置结束日期", "Closed on"), zh: "处置结束的日期；仍在处置的不填",
        en: "The day handling ended; none while it goes on"),
      .optional(
        "summary_filed_on", .date, ("总结报送日期", "Summary filed on"), zh: "总结报告报送的日期",
        en: "The day the closing report was filed"),
      .optional("cause", .text, ("原因", "Cause"), zh: "查明的原因", en: "The cause found"),
    ],
    sample: [
      ("id", "INC-2026-01", "INC-2026-01"), ("title", "订单接口被拒绝服务攻击", "DDoS on the order interface"),
      ("level", "relatively_major", "relatively_major"), ("involves_cii", "false", "false"),
      ("occurred_at", "2026-05-06 22:50", "2026-05-06 22:50"),
      ("detected_at", "2026-05-06 23:10", "2026-05-06 23:10"),
      ("reported_to_cac_at", "2026-05-07 02:00", "2026-05-07 02:00"),
      ("reported_to_protection_department_at", "", ""), ("reported_to_police_at", "", ""),
      ("closed_on", "2026-05-20", "2026-05-20"), ("summary_filed_on", "2026-06-12", "2026-06-12"),
      ("cause", "未启用流量清洗", "no scrubbing service"),
    ])

  /// The policies and other documents of the management system.
  static let document = RecordSchema(
    collector: "document", fileName: "documents",
    title: LocalizedText(zh: "制度文件登记表", en: "Register of policies and documents"),
    fields: [
      .required(
        "id", .text, ("编号", "Id"), zh: "文件编号，不重复，如 incident-plan",
        en: "The id of the document, such as incident-plan"),
      .required("title", .text, ("名称", "Title"), zh: "文件的名称", en: "The title"),
      .optional("version", .text, ("版本", "Version"), zh: "版本号", en: "The version"),
      .required(
        "owner", .text, ("责任人", "Owner"), zh: "负责维护的部门或人员", en: "Who keeps it up to date"),
      .optional("approved_by", .text, ("批准人", "Approved by"), zh: "谁批准", en: "Who approved it"),
      .optional(
        "approved_on", .date, ("批准日期", "Approved on"), zh: "何时批准", en: "When it was approved"),
      .optional(
        "reviewed_on", .date, ("评审日期", "Reviewed on"), zh: "最近一次评审的日期",
        en: "The day of the last review"),
      .optional(
        "review_due", .date, ("下次评审日期", "Review due"), zh: "最迟何时再评审",
        en: "The day by which it is reviewed again"),
      .optional(
        "file", .text, ("文件", "File"), zh: "文件在评估文件夹中的路径，位于 records 或 evidence 之下",
        en: "The file's path in the assessment folder, below records or evidence"),
      .optional(
        "sha256", .text, ("文件摘要", "SHA-256"), zh: "批准时文件的 SHA-256（sha256sum 的输出）",
        en: "The SHA-256 of the file as approved, as sha256sum prints it"),
    ],
    sample: [
      ("id", "incident-plan", "incident-plan"), ("title", "网络安全事件应急预案", "Incident response plan"),
      ("version", "3.1", "3.1"), ("owner", "信息安全部", "Information security"),
      ("approved_by", "李强", "Li Qiang"), ("approved_on", "2026-01-10", "2026-01-10"),
      ("reviewed_on", "2026-06-30", "2026-06-30"), ("review_due", "2027-06-30", "2027-06-30"),
      ("file", "evidence/incident-plan.pdf", "evidence/incident-plan.pdf"), ("sha256", "", ""),
    ])

  /// What was to be reached.
  private static let objectives: [RecordField] = [
    .optional(
      "rto", .duration, ("RTO目标", "RTO"), zh: "批准的恢复时间目标，如 PT4H",
      en: "The approved recovery time objective, such as PT4H"),
    .optional(
      "rpo", .duration, ("RPO目标", "RPO"), zh: "批准的恢复点目标，如 PT15M",
      en: "The approved recovery point objective, such as PT15M"),
  ]

  /// Who took part, and what they found.
  private static let people: [RecordField] = [
    .required(
      "participants", .list, ("参加人员", "Participants"), zh: "参加的人员，CSV 中以分号分隔",
      en: "Who took part; in CSV separated by semicolons"),
    .optional(
      "findings", .list, ("发现的问题", "Findings"), zh: "发现的问题，CSV 中以分号分隔",
      en: "What was found wrong; in CSV separated by semicolons"),
    .optional(
      "overdue_findings", .count, ("逾期未整改数", "Overdue findings"), zh: "逾期未整改的问题数",
      en: "How many findings are overdue"),
  ]
}
