// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Assessment
import ControlCatalog
import Diagnostics
import EvidenceModel

/// The fixed texts of a report's content.
enum BuilderMessages {
  /// Nature, validity and proper use of the report.
  static let statement = [
    LocalizedText(
      zh: "本报告是单位依据公开法律法规和标准开展的网络安全自评估结果，不是法定的等级测评，也不代表监管部门或测评机构的意见。",
      en: """
        This report is the result of the organisation's own assessment against published law and \
        standards. It is not a statutory MLPS evaluation and does not speak for any authority or \
        assessment body.
        """),
    LocalizedText(
      zh: "结论以所采集证据和所填写回答真实、完整为前提，仅反映证据采集时的状况；系统、制度或适用法律变化后须重新评估。",
      en: """
        Its findings rest on the evidence and answers being true and complete, and hold only for \
        the time at which they were collected. A change of systems, rules or law calls for a new \
        assessment.
        """),
    LocalizedText(
      zh: "引用本报告应保持原意，不得断章取义；未评估的事项不等于符合。",
      en: """
        It must not be quoted out of context. What was not assessed must not be taken for met.
        """),
  ]

  static let confidentiality = LocalizedText(zh: "内部资料", en: "Internal")

  static let procedure = LocalizedText(
    zh: "按评估方案选取控制，由采集器只读采集证据，由人员回答无法自动判断的问题，再以同一证据逐条判定规则；判定过程不再访问主机，可在另一台机器上重复。",
    en: """
      The profile selects the controls. Collectors read evidence without changing anything, \
      persons answer what no program can tell, and the rules are then judged on that evidence \
      alone, so that the judgement can be repeated on another machine.
      """)

  /// What lies in the nature of a self-assessment.
  static let nature = [
    LocalizedText(
      zh: "自评估不能替代等级测评、渗透测试或法律意见。",
      en: "A self-assessment replaces no MLPS evaluation, penetration test or legal advice."),
    LocalizedText(
      zh: "符合率按所选控制计算，一项控制可对应多条法规要求，与按标准条款计算的测评符合率口径不同。",
      en: """
        The rate counts the selected controls. One control can serve several requirements, so it \
        is not the rate that an evaluation over the clauses of the standard gives.
        """),
  ]

  static let attachmentUnreadable = LocalizedText(
    zh: "附件无法读取", en: "The attachment cannot be read")

  static func factAnswer(_ text: String) -> LocalizedText {
    switch text {
    case "true": LocalizedText(zh: "是", en: "Yes")
    case "false": LocalizedText(zh: "否", en: "No")
    default: LocalizedText(verbatim: text)
    }
  }

  static func answerValue(_ text: String, _ field: AnswerField) -> LocalizedText {
    switch field.kind {
    case .boolean: factAnswer(text)
    case .choice: field.options.first { $0.id == text }?.label ?? LocalizedText(verbatim: text)
    default: LocalizedText(verbatim: text)
    }
  }

  static func access(_ access: Asset.Access) -> LocalizedText? {
    switch access {
    case .local: LocalizedText(zh: "本机", en: "This computer")
    case .root(let path): LocalizedText(zh: "目录 \(path)", en: "Folder \(path)")
    case .ssh(let target): LocalizedText(zh: "SSH \(target.text)", en: "SSH \(target.text)")
    case .bundle(let path): LocalizedText(zh: "证据包 \(path)", en: "Bundle \(path)")
    case .records: LocalizedText(zh: "评估文件夹的记录", en: "Records of the assessment folder")
    case .none: nil
    }
  }

  static func identity(_ host: HostIdentity) -> LocalizedText {
    if host.access == .assessment {
      return LocalizedText(zh: "评估文件夹", en: "The assessment folder")
    }
    let parts = [host.hostname, host.systemName].compactMap { $0 }
    return parts.isEmpty
      ? LocalizedText(zh: "未知", en: "Unknown")
      : LocalizedText(zh: parts.joined(separator: "，"), en: parts.joined(separator: ", "))
  }

  static func clause(
    _ requirement: Requirement, of register: RequirementRegister?
  ) -> LocalizedText {
    guard let register else { return requirement.clause }
    return LocalizedText(
      zh: register.shortTitle.zh + requirement.clause.zh,
      en: "\(register.shortTitle.en), \(requirement.clause.en)")
  }

  static func formula(_ rule: ConclusionRule) -> LocalizedText {
    switch rule {
    case .rateBands(let rule): formula(rule)
    case .score(let rule): formula(rule)
    }
  }

  private static func formula(_ rule: ScoreRule) -> LocalizedText {
    let grades = rule.grades.map { grade in
      if grade.minimum == 0 {
        return LocalizedText(zh: "其余为\(grade.name.zh)", en: "else \(grade.name.en)")
      }
      let risk = grade.highestRisk.map(risksUpTo)
      return LocalizedText(
        zh: "\(grade.name.zh) ≥ \(Int(grade.minimum))" + (risk?.zh ?? ""),
        en: "\(grade.name.en) ≥ \(Int(grade.minimum))" + (risk?.en ?? ""))
    }
    if grades.isEmpty { return rule.formula }
    return LocalizedText(
      zh: "\(rule.formula.zh)；\(grades.map(\.zh).joined(separator: "，"))",
      en: "\(rule.formula.en); \(grades.map(\.en).joined(separator: ", "))")
  }

  private static func risksUpTo(_ level: Int) -> LocalizedText {
    LocalizedText(zh: "且风险不高于 \(level) 级", en: " with no risk above level \(level)")
  }

  private static func formula(_ rule: RateBands) -> LocalizedText {
    LocalizedText(
      zh: "\(rule.formula.zh)；高于 \(rule.upper)% 且无重大风险隐患为“符合”，低于 \(rule.lower)% 为“不符合”，其间为“基本符合”",
      en: """
        \(rule.formula.en); above \(rule.upper) % without a major hazard: met; below \
        \(rule.lower) %: not met; between: basically met
        """)
  }

  static func notMet(_ title: LocalizedText, _ outcome: Outcome) -> LocalizedText {
    LocalizedText(zh: "\(title.zh)：\(outcome.label.zh)", en: "\(title.en): \(outcome.label.en)")
  }

  static func omittedQuestions(_ count: Int) -> LocalizedText {
    LocalizedText(
      zh: "评估方案不含人工问题，\(count) 个问题未提出",
      en: "The profile leaves out \(English.count(count, "question")) that only a person can answer"
    )
  }

  static func openQuestions(_ count: Int) -> LocalizedText {
    LocalizedText(
      zh: "\(count) 个问题尚待回答",
      en: "\(English.count(count, "question is", "questions are")) not answered yet")
  }

  static func otherCatalogs(_ titles: [LocalizedText]) -> LocalizedText {
    LocalizedText(
      zh: "未评估的领域：\(titles.map(\.zh).joined(separator: "、"))",
      en: "Domains not assessed: \(titles.map(\.en).joined(separator: ", "))")
  }

  static func notPrivileged(_ denied: Int) -> LocalizedText {
    LocalizedText(
      zh: "未以 root 身份运行，\(denied) 项证据无权读取",
      en: "Not run as root; evidence denied: \(denied)")
  }

  static func denied(_ count: Int) -> LocalizedText {
    LocalizedText(zh: "\(count) 项证据无权读取", en: "Evidence denied: \(count)")
  }

  static func storedFiles(_ assets: [String]) -> LocalizedText {
    let list = assets.joined(separator: ", ")
    return LocalizedText(
      zh: "以下资产的证据取自存储的文件而非运行中的系统：\(list)",
      en: "The evidence of these assets comes from stored files, not from a running system: \(list)"
    )
  }

  static func hazards(_ controls: [String]) -> LocalizedText {
    let list = controls.joined(separator: ", ")
    return LocalizedText(
      zh: "疑似重大风险隐患 \(controls.count) 项，须由人员按相关性、严重性、高发性判定：\(list)",
      en: """
        \(controls.count) suspected major hazards, to be judged by a person for relevance, \
        severity and frequency: \(list)
        """)
  }

  static func unreached(_ observation: Observation, of asset: Asset) -> LocalizedText {
    let query = "\(asset.id): \(observation.query.canonicalText)"
    let reason = observation.reason ?? observation.status.label
    return LocalizedText(
      zh: "\(query)：\(observation.status.label.zh)（\(reason.zh)）",
      en: "\(query): \(observation.status.label.en) (\(reason.en))")
  }

  static func openControls(_ ids: [String]) -> LocalizedText {
    let list = ids.joined(separator: ", ")
    return LocalizedText(
      zh: "\(ids.count) 项控制未评估：\(list)",
      en: "\(English.count(ids.count, "control")) not reviewed: \(list)")
  }

  static func staleControls(_ ids: [String]) -> LocalizedText {
    let list = ids.joined(separator: ", ")
    return LocalizedText(
      zh: "\(ids.count) 项控制的证据已过期：\(list)",
      en: "\(ids.count) controls rest on expired evidence: \(list)")
  }

  static func assumed(_ ids: [String]) -> LocalizedText {
    let list = ids.joined(separator: ", ")
    return LocalizedText(
      zh: "单位情况未填写，以下控制按适用评估：\(list)",
      en: "Facts of the organisation are not given; assessed as applicable: \(list)")
  }

  static func unverified(_ ids: [String]) -> LocalizedText {
    let list = ids.joined(separator: ", ")
    return LocalizedText(
      zh: "以下要求的条文未经原文核对：\(list)",
      en: "The text of these requirements was not compared with the original: \(list)")
  }
}
