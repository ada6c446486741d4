// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics

/// What is said beside a step of a trace.
enum TraceNotes {
  /// Returns the remark on a step; `nil` when its value says it all.
  static func note(on step: Trace.Step) -> LocalizedText? {
    if let failure = step.failure { return note(on: failure) }
    if !step.missing.isEmpty {
      let names = Set(step.missing.map(\.evidence)).sorted().joined(separator: ", ")
      return LocalizedText(zh: "缺少证据：\(names)", en: "missing evidence: \(names)")
    }
    if let elements = step.elements { return note(on: elements) }
    if let comparison = step.comparison { return note(on: comparison) }
    return nil
  }

  private static func note(on failure: Trace.Failure) -> LocalizedText {
    var note = failure.message
    if let fix = failure.fix {
      note = LocalizedText(zh: "\(note.zh)；\(fix.zh)", en: "\(note.en); \(fix.en)")
    } else if let suggestion = failure.suggestion {
      note = LocalizedText(
        zh: "\(note.zh)；是否想写 \(suggestion)？", en: "\(note.en); did you mean \(suggestion)?")
    }
    return note
  }

  private static func note(on elements: Trace.Elements) -> LocalizedText {
    let count = count(of: elements)
    guard elements.more > 0 else { return count }
    let more = more(elements.more)
    return LocalizedText(zh: "\(count.zh)；\(more.zh)", en: "\(count.en); \(more.en)")
  }

  /// Says how many elements there are of those that did not fit.
  static func more(_ count: Int) -> LocalizedText {
    LocalizedText(zh: "另有 \(count) 个未列出", en: "\(count) more not shown")
  }

  /// Says how many elements decided.
  static func count(of elements: Trace.Elements) -> LocalizedText {
    let total = elements.total
    switch elements.selection {
    case .counterexamples:
      return LocalizedText(
        zh: "\(total) 个元素中 \(elements.breaking) 个不满足条件",
        en:
          "\(elements.breaking) of \(total) elements \(elements.breaking == 1 ? "breaks" : "break")"
      )
    case .matches:
      return LocalizedText(
        zh: "\(total) 个元素中 \(elements.holding) 个满足条件",
        en: "\(elements.holding) of \(total) elements \(elements.holding == 1 ? "meets" : "meet")")
    case .nearestMisses:
      if total == 0 { return LocalizedText(zh: "没有任何元素", en: "there are no elements") }
      return elements.shown.isEmpty
        ? LocalizedText(zh: "\(total) 个元素均不满足条件", en: "none of \(total) elements")
        : LocalizedText(
          zh: "\(total) 个元素中没有满足条件的；下列最为接近", en: "none of \(total) elements; the nearest are")
    case .failures:
      return LocalizedText(
        zh: "\(total) 个元素中 \(elements.failing) 个无法计算",
        en: "\(elements.failing) of \(total) elements could not be computed")
    case .unknown:
      return LocalizedText(
        zh: "\(total) 个元素中 \(elements.unknown) 个未知",
        en: "\(elements.unknown) of \(total) elements unknown")
    }
  }

  private static func note(on comparison: Trace.Comparison) -> LocalizedText? {
    distance(in: comparison) ?? difference(in: comparison)
  }

  /// Says how far the left side is from the right one.
  static func distance(in comparison: Trace.Comparison) -> LocalizedText? {
    comparison.distance.map { distance in
      LocalizedText(
        zh: (distance.isAbove ? "高出 " : "低于 ") + distance.text.zh,
        en: distance.text.en + (distance.isAbove ? " above" : " below"))
    }
  }

  /// Says in what the two sides differ.
  static func difference(in comparison: Trace.Comparison) -> LocalizedText? {
    guard comparison.distance == nil, let difference = comparison.difference else { return nil }
    var parts: [LocalizedText] = []
    if !difference.onlyLeft.isEmpty {
      let list = difference.onlyLeft.joined(separator: ", ")
      parts.append(LocalizedText(zh: "仅左侧有：\(list)", en: "only on the left: \(list)"))
    }
    if !difference.onlyRight.isEmpty {
      let list = difference.onlyRight.joined(separator: ", ")
      parts.append(LocalizedText(zh: "仅右侧有：\(list)", en: "only on the right: \(list)"))
    }
    if let matched = difference.matchedPattern, let stop = difference.stoppedAt {
      parts.append(
        LocalizedText(
          zh: "匹配到 \(matched) 为止，止于第 \(stop) 个字符",
          en: "matches as far as \(matched), stops at character \(stop)"))
    }
    if parts.isEmpty { return nil }
    return LocalizedText(
      zh: parts.map(\.zh).joined(separator: "；"), en: parts.map(\.en).joined(separator: "; "))
  }
}
