// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Chronology
import ControlCatalog
import Diagnostics
import EvidenceModel

/// What the assessment tells people.
enum AssessmentMessages {
  static let unanswered = LocalizedText(zh: "尚无人回答", en: "Nobody has answered the question")

  static func incomplete(_ fields: [LocalizedText]) -> LocalizedText {
    LocalizedText(
      zh: "回答缺少：" + fields.map(\.zh).joined(separator: "、"),
      en: "The answer lacks: " + fields.map(\.en).joined(separator: ", "))
  }

  static func answeredInFuture(_ date: CalendarDate) -> LocalizedText {
    LocalizedText(
      zh: "回答日期 \(date) 晚于评估日期，不予采信",
      en: "The answer is dated \(date), after the assessment, and is not believed")
  }

  static func answerExpired(_ last: CalendarDate) -> LocalizedText {
    LocalizedText(zh: "回答已于 \(last) 后失效，须重新确认", en: "The answer was valid through \(last)")
  }

  static let factUnknown = LocalizedText(
    zh: "组织情况未填写（见 plumbline.yaml）",
    en: "A fact about the organisation is not given in plumbline.yaml")

  static func notCollected(_ status: ObservationStatus) -> LocalizedText {
    switch status {
    case .collected: LocalizedText(zh: "已采集", en: "Collected")
    case .absent: LocalizedText(zh: "证据不存在", en: "The evidence does not exist")
    case .denied: LocalizedText(zh: "无权读取证据", en: "Reading the evidence was denied")
    case .timedOut: LocalizedText(zh: "采集超时", en: "Collecting took too long")
    case .unsupported: LocalizedText(zh: "此主机上无法采集", en: "It cannot be collected on this host")
    case .failed: LocalizedText(zh: "采集失败", en: "Collecting failed")
    }
  }

  static func notApplicable(_ rule: String) -> LocalizedText {
    LocalizedText(zh: "适用条件不成立：\(rule)", en: "The condition does not hold: \(rule)")
  }

  static func applicabilityUnknown(_ facts: [String]) -> LocalizedText {
    let names = facts.joined(separator: ", ")
    return LocalizedText(
      zh: "是否适用取决于未填写的情况（\(names)），按适用评估",
      en: "Assessed as applicable; whether it applies depends on what is not given: \(names)")
  }

  static func applicabilityFailed(_ message: LocalizedText) -> LocalizedText {
    LocalizedText(zh: "适用条件无法判断：\(message.zh)", en: "The condition failed: \(message.en)")
  }

  static let notInExample = LocalizedText(
    zh: "示例没有给出此证据", en: "The example does not give this evidence")

  static func exampleOutcome(_ outcome: Outcome, _ checks: [CheckResult]) -> LocalizedText {
    func list(_ language: Language) -> String {
      checks.map { result in
        let reason = result.reason.map { " (\($0[language]))" } ?? ""
        return "\(result.check.id) = \(result.outcome.rawValue)\(reason)"
      }.joined(separator: ", ")
    }
    return LocalizedText(
      zh: "示例的结果为 \(outcome.rawValue)：\(list(.chinese))",
      en: "the example comes to \(outcome.rawValue): \(list(.english))")
  }

  static func exampleFailures(_ expected: [String], _ actual: [String]) -> LocalizedText {
    let (expected, actual) = (expected.joined(separator: ", "), actual.joined(separator: ", "))
    return LocalizedText(
      zh: "应不符合的检查为 [\(expected)]，实际为 [\(actual)]",
      en: "the checks [\(expected)] must fail, but [\(actual)] do")
  }

  static let neverCollected = LocalizedText(
    zh: "没有采集此证据", en: "This evidence was not collected")

  static let unknownCollector = LocalizedText(
    zh: "证据出自未知的采集器", en: "The evidence is of an unknown collector")

  static func noAsset(of subject: Subject) -> LocalizedText {
    switch subject {
    case .organization: LocalizedText(zh: "范围内没有单位", en: "The scope has no organisation")
    case .system:
      LocalizedText(
        zh: "plumbline.yaml 未列出信息系统，无从评估", en: "plumbline.yaml lists no system to assess")
    case .host:
      LocalizedText(zh: "plumbline.yaml 未列出主机，无从评估", en: "plumbline.yaml lists no host to assess")
    }
  }
}
