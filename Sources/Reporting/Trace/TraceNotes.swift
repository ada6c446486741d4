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
    if let elements = step.elements { return note(on: elements, noun: noun(of: step)) }
    if let comparison = step.comparison { return note(on: comparison) }
    return nil
  }

  /// What an error means for the outcome.
  static let noAnswer = LocalizedText(zh: "没有答案，因此不算通过", en: "no answer, so not a pass")

  /// Says what there is in the place of what is missing.
  static func available(_ failure: Trace.Failure) -> LocalizedText? {
    if failure.available.isEmpty { return nil }
    let names = failure.available.joined(separator: ", ")
    guard let holder = failure.holder?.singleLine else {
      return LocalizedText(zh: "现有：\(names)", en: "there are: \(names)")
    }
    return LocalizedText(zh: "\(holder) 现有：\(names)", en: "\(holder) has: \(names)")
  }

  private static func note(on failure: Trace.Failure) -> LocalizedText {
    var note = failure.message
    if let available = available(failure) {
      note = LocalizedText(zh: "\(note.zh)；\(available.zh)", en: "\(note.en); \(available.en)")
    }
    if let fix = failure.fix {
      note = LocalizedText(zh: "\(note.zh)；\(fix.zh)", en: "\(note.en); \(fix.en)")
    } else if let suggestion = failure.suggestion {
      note = LocalizedText(
        zh: "\(note.zh)；是否想写 \(suggestion)？", en: "\(note.en); did you mean \(suggestion)?")
    }
    return note
  }

  /// Returns the word for the elements of a list: its own name when that is a plural.
  static func noun(of step: Trace.Step) -> String? {
    guard step.facts.count == 1, let path = step.facts[0].path else { return nil }
    let name =
      switch path.steps.last {
      case .field(let field): field
      case nil: path.variable
      default: ""
      }
    return name.hasSuffix("s") ? name : nil
  }

  private static func note(on elements: Trace.Elements, noun: String?) -> LocalizedText {
    let count = count(of: elements, noun: noun)
    guard elements.more > 0 else { return count }
    let more = more(elements.more)
    return LocalizedText(zh: "\(count.zh)；\(more.zh)", en: "\(count.en); \(more.en)")
  }

  /// Says how many elements there are of those that did not fit.
  static func more(_ count: Int) -> LocalizedText {
    LocalizedText(zh: "另有 \(count) 个未列出", en: "\(count) more not shown")
  }

  /// Says how many elements decided.
  static func count(of elements: Trace.Elements, noun: String?) -> LocalizedText {
    let total = elements.total
    let all = LocalizedText(
      zh: noun.map { "\($0) 的 \(total) 个元素中" } ?? "\(total) 个元素中",
      en: "\(total) \(noun ?? "elements")")
    switch elements.selection {
    case .counterexamples:
      return LocalizedText(
        zh: "\(all.zh) \(elements.breaking) 个不满足条件",
        en: "\(elements.breaking) of \(all.en) \(elements.breaking == 1 ? "breaks" : "break")")
    case .matches:
      return LocalizedText(
        zh: "\(all.zh) \(elements.holding) 个满足条件",
        en: "\(elements.holding) of \(all.en) \(elements.holding == 1 ? "meets" : "meet")")
    case .nearestMisses:
      if total == 0 {
        return LocalizedText(
          zh: noun.map { "\($0) 没有任何元素" } ?? "没有任何元素", en: "there are no \(noun ?? "elements")")
      }
      return elements.shown.isEmpty
        ? LocalizedText(zh: "\(all.zh)没有满足条件的", en: "none of \(all.en) meets")
        : LocalizedText(zh: "\(all.zh)没有满足条件的；下列最为接近", en: "none of \(all.en); the nearest are")
    case .failures:
      return LocalizedText(
        zh: "\(all.zh) \(elements.failing) 个无法计算",
        en: "\(elements.failing) of \(all.en) could not be computed")
    case .unknown:
      return LocalizedText(
        zh: "\(all.zh) \(elements.unknown) 个未知", en: "\(elements.unknown) of \(all.en) unknown")
    }
  }

  private static func note(on comparison: Trace.Comparison) -> LocalizedText? {
    distance(in: comparison) ?? DifferenceNote.text(in: comparison)
  }

  /// Says how far the left side is from the right one.
  static func distance(in comparison: Trace.Comparison) -> LocalizedText? {
    comparison.distance.map { distance in
      LocalizedText(
        zh: (distance.isAbove ? "高出 " : "低于 ") + distance.text.zh,
        en: distance.text.en + (distance.isAbove ? " above" : " below"))
    }
  }
}
