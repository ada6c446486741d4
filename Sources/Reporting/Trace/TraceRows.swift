// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics

/// The lines below a rule: what decided, with values, remarks and origins.
///
/// A value that belongs to no element is shown once, after the elements.
struct TraceRows {
  /// One line, in columns that are aligned with those of its neighbours.
  struct Row {
    /// The levels of indentation.
    var depth: Int
    /// What the line's part came to, when it is a truth value.
    var outcome: Trace.Outcome?
    /// The part as written.
    var text: String
    /// Its value.
    var value = ""
    /// Whether the value stands after an equals sign.
    var isFact = false
    /// What is said about it.
    var remark = ""
    /// Where it was read.
    var origin = ""
  }

  let language: Language
  let origin: (AccessPath) -> ReportTrace.Origin?
  private(set) var rows: [Row] = []
  private var seen: Set<AccessPath> = []
  private var readings: Set<ReportTrace.Origin.Reading> = []

  init(language: Language, origin: @escaping (AccessPath) -> ReportTrace.Origin?) {
    self.language = language
    self.origin = origin
  }

  /// Adds what a step has to say, without repeating its own text.
  mutating func add(_ step: Trace.Step, depth: Int) {
    switch step.kind {
    case .and, .or:
      for child in step.children { add(part: child, depth: depth) }
    case .not, .conditional, .binding:
      for child in step.children { add(part: child, depth: depth) }
    case .quantifier: addElements(of: step, depth: depth)
    case .comparison: addComparison(of: step, depth: depth)
    case .call:
      for operand in step.operands where !operand.isLiteral { add(operand, depth: depth) }
      for child in step.children { add(part: child, depth: depth) }
    case .presence, .fact:
      rows.append(fact(step, depth: depth))
    case .expression:
      for fact in step.facts { add(fact, depth: depth) }
    }
  }

  /// Adds a part of a rule; under its own text when its values alone would not say what it is.
  private mutating func add(part step: Trace.Step, depth: Int) {
    switch step.kind {
    case .comparison where TraceRows.isShort(step): addComparison(of: step, depth: depth)
    case .presence, .fact: rows.append(fact(step, depth: depth))
    case .quantifier: addElements(of: step, depth: depth)
    default:
      rows.append(Row(depth: depth, outcome: step.outcome, text: step.text.singleLine))
      add(step, depth: depth + 1)
    }
  }

  /// Whether one line shows the whole comparison: one side is written out.
  private static func isShort(_ step: Trace.Step) -> Bool {
    guard let comparison = step.comparison else { return false }
    return comparison.right.isLiteral && comparison.left.path != nil && step.children.isEmpty
  }

  private mutating func fact(_ step: Trace.Step, depth: Int) -> Row {
    let path = step.facts.first { $0.text == step.text }?.path
    var row = Row(depth: depth, outcome: step.outcome, text: step.text.singleLine)
    row.origin = place(path)
    if let value = step.value { (row.value, row.isFact) = (shown(value), true) }
    return row
  }

  // MARK: Comparisons

  private mutating func addComparison(
    of step: Trace.Step, depth: Int, element: Trace.Element? = nil
  ) {
    guard let comparison = step.comparison else { return }
    let distance = TraceNotes.distance(in: comparison)?[language]
    let remarks = [
      comparison.right.isLiteral ? "\(comparison.symbol) \(comparison.right.text.singleLine)" : nil,
      distance,
    ].compactMap { $0 }
    let remark = remarks.isEmpty ? "" : "(\(remarks.joined(separator: ", ")))"
    let start = rows.count
    for operand in [comparison.left, comparison.right] where !operand.isLiteral {
      if let element, operand.path == element.path, operand.path != nil { continue }
      // A value beside an element stands after the last of them.
      if element != nil, isShared(operand, beside: element) { continue }
      add(operand, depth: depth)
      addParts(of: operand, in: step, depth: depth + 1)
    }
    if rows.count > start { rows[start].remark = remark }
    if let difference = DifferenceNote.text(in: comparison) {
      rows.append(Row(depth: depth, text: "", remark: difference[language]))
    }
    for child in step.children { add(part: child, depth: depth) }
  }

  private mutating func add(_ operand: Trace.Operand, depth: Int) {
    var row = Row(depth: depth, text: operand.text.singleLine)
    row.value = operand.value.map(shown) ?? "?"
    row.isFact = true
    row.origin = place(operand.path)
    rows.append(row)
  }

  /// Adds the facts that a computed side is made of.
  private mutating func addParts(of operand: Trace.Operand, in step: Trace.Step, depth: Int) {
    guard operand.path == nil, step.children.isEmpty else { return }
    for fact in step.facts
    where operand.range.start <= fact.range.start && fact.range.end <= operand.range.end {
      add(fact, depth: depth)
    }
  }

  private mutating func add(_ fact: Trace.Fact, depth: Int) {
    var row = Row(depth: depth, text: fact.text.singleLine, isFact: fact.value != nil)
    row.value = fact.value.map(shown) ?? ""
    row.origin = place(fact.path)
    rows.append(row)
  }

  // MARK: Elements

  private mutating func addElements(of step: Trace.Step, depth: Int) {
    guard let elements = step.elements else { return }
    var head = TraceNotes.count(of: elements, noun: TraceNotes.noun(of: step))[language]
    if let condition = elements.shown.first?.step?.text, elements.selection != .nearestMisses {
      head += "  " + condition.singleLine
    }
    rows.append(Row(depth: depth, outcome: step.outcome, text: head))
    for element in elements.shown { add(element, depth: depth + 1) }
    if elements.more > 0 {
      rows.append(Row(depth: depth + 1, text: TraceNotes.more(elements.more)[language]))
    }
    for element in elements.shown { addShared(of: element, depth: depth + 1) }
  }

  private mutating func add(_ element: Trace.Element, depth: Int) {
    var row = Row(depth: depth, text: "[\(element.key ?? String(element.index))]")
    if let name = element.identification {
      row.value = "\(name.field) \(shown(name.value))"
    } else {
      row.value = element.value.map(shown) ?? ""
    }
    row.origin = place(element.path)
    rows.append(row)
    guard let step = element.step else { return }
    switch step.kind {
    case .comparison: addComparison(of: step, depth: depth + 1, element: element)
    case .call:
      for operand in step.operands
      where !operand.isLiteral && operand.path != element.path
        && !isShared(operand, beside: element)
      {
        add(operand, depth: depth + 1)
      }
    default: add(step, depth: depth + 1)
    }
  }

  private func isShared(_ operand: Trace.Operand, beside element: Trace.Element?) -> Bool {
    guard let path = operand.path, let own = element?.path else { return false }
    return path.variable != own.variable || !path.steps.starts(with: own.steps)
  }

  private mutating func addShared(of element: Trace.Element, depth: Int) {
    guard let step = element.step else { return }
    let sides = step.comparison.map { [$0.left, $0.right] } ?? step.operands
    for operand in sides where !operand.isLiteral && isShared(operand, beside: element) {
      if let path = operand.path, seen.insert(path).inserted { add(operand, depth: depth) }
    }
  }

  // MARK: Texts

  private func shown(_ value: Trace.ValueText) -> String { value.short[language] }

  /// Returns where a fact was read, and the first time an observation is named, what read it when.
  private mutating func place(_ path: AccessPath?) -> String {
    guard let origin = path.flatMap(origin) else { return "" }
    let location = origin.location.sanitizedForTerminal
    guard let reading = origin.reading, readings.insert(reading).inserted else { return location }
    let remark = LocalizedText(
      zh: "\(reading.collector) 读于 \(reading.time)",
      en: "read \(reading.time) by \(reading.collector)")
    return "\(location)   \(remark[language].sanitizedForTerminal)"
  }
}

extension Trace.ValueText {
  /// Whether there are so many elements that only their number is shown.
  var isCountedOnly: Bool {
    guard let count, !isRedacted, type == "list" || type == "map" else { return false }
    return count > 3 || text.utf8.count > 80
  }

  /// The value, or the number of its elements when there are many.
  var short: LocalizedText {
    guard let count, isCountedOnly else { return LocalizedText(verbatim: text) }
    return type == "list"
      ? LocalizedText(zh: "\(count) 个值", en: "\(count) values")
      : LocalizedText(zh: "\(count) 个条目", en: "\(count) entries")
  }
}

extension String {
  /// The text with every run of white space as one blank.
  var singleLine: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
