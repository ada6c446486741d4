// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics

/// Says in what the two sides of a comparison differ.
enum DifferenceNote {
  /// The shortest beginning that two texts share and that is worth telling.
  private static let tellingPrefix = 8

  /// Returns the remark; `nil` when the values themselves say it, or their distance does.
  static func text(in comparison: Trace.Comparison) -> LocalizedText? {
    guard comparison.distance == nil, let difference = comparison.difference else { return nil }
    if let matched = difference.matchedPattern, let stop = difference.stoppedAt {
      return stopped(at: stop, matched, difference)
    }
    let left = name(comparison.left, LocalizedText(zh: "左侧", en: "the left"))
    let right = name(comparison.right, LocalizedText(zh: "右侧", en: "the right"))
    let parts = [
      only(difference.onlyLeft, in: left), only(difference.onlyRight, in: right),
      changed(difference.changed), prefix(difference),
    ].compactMap { $0 }
    if parts.isEmpty { return nil }
    return LocalizedText(
      zh: parts.map(\.zh).joined(separator: "；"), en: parts.map(\.en).joined(separator: "; "))
  }

  /// Says what a pattern wanted where a text stopped matching it.
  private static func stopped(
    at stop: Int, _ matched: String, _ difference: Trace.Difference
  ) -> LocalizedText {
    let wanted = difference.rightRest ?? ""
    let rest = difference.leftRest ?? ""
    let found =
      rest.isEmpty
      ? LocalizedText(zh: "文本已结束", en: "the text ends")
      : LocalizedText(zh: "文本为 \(quoted(rest))", en: "the text has \(quoted(rest))")
    return LocalizedText(
      zh: "前 \(stop) 个字符匹配 \(matched)；其后模式要求 \(wanted)，而\(found.zh)",
      en: "\(matched) matches \(stop) characters; then the pattern wants \(wanted), \(found.en)")
  }

  private static func only(_ values: [String], in side: LocalizedText) -> LocalizedText? {
    if values.isEmpty { return nil }
    let list = values.joined(separator: ", ")
    return LocalizedText(zh: "仅\(side.zh)有：\(list)", en: "only in \(side.en): \(list)")
  }

  private static func changed(_ keys: [String]) -> LocalizedText? {
    if keys.isEmpty { return nil }
    let list = keys.joined(separator: ", ")
    return LocalizedText(zh: "取值不同：\(list)", en: "different at \(list)")
  }

  private static func prefix(_ difference: Trace.Difference) -> LocalizedText? {
    guard let common = difference.commonPrefix, common >= tellingPrefix,
      let left = difference.leftRest, let right = difference.rightRest
    else { return nil }
    return LocalizedText(
      zh: "前 \(common) 个字符相同，其后为 \(quoted(left)) 与 \(quoted(right))",
      en: "the same for \(common) characters, then \(quoted(left)) and \(quoted(right))")
  }

  private static func name(_ operand: Trace.Operand, _ side: LocalizedText) -> LocalizedText {
    let text = operand.text.singleLine
    guard operand.path != nil, text.terminalColumns <= 40 else { return side }
    return LocalizedText(zh: " \(text) ", en: text)
  }

  private static func quoted(_ text: String) -> String { CELValue.string(text).description }
}
