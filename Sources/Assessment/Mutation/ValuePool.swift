// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Chronology

/// The values that facts are replaced by: those that occur in the rule and in its examples.
struct ValuePool {
  /// The most values of one kind.
  private static let limit = 64
  private static let day: Int64 = 86_400

  private(set) var strings = Values<String>()
  private(set) var ints = Values<Int64>()
  private(set) var doubles = Values<Double>()
  private(set) var instants = Values<Instant>()
  private(set) var nanoseconds = Values<Int64>()

  /// Distinct values in the order of their coming.
  struct Values<Element: Hashable> {
    private(set) var elements: [Element] = []
    private var seen: Set<Element> = []

    mutating func add(_ element: Element) {
      if elements.count < limit, seen.insert(element).inserted { elements.append(element) }
    }
  }

  init() {
    for text in ["", "x"] { strings.add(text) }
    for number in [0, 1, -1, 1_000_000] as [Int64] {
      ints.add(number)
      doubles.add(Double(number))
    }
    for days in [0, 1, 36_500] as [Int64] { nanoseconds.add(days * Self.day * 1_000_000_000) }
  }

  /// Adds the literals of an expression.
  mutating func add(literalsOf tree: SyntaxTree) {
    for node in tree.nodes {
      guard case .literal(let value) = node.kind else { continue }
      add(value)
      if let text = value.stringValue, let duration = try? DurationText.parse(text) {
        add(.duration(nanoseconds: duration))
      }
    }
  }

  /// Adds a value with all its parts.
  mutating func add(_ value: CELValue) {
    switch value {
    case .string(let text): strings.add(text.text)
    case .int(let number): for step in [-1, 0, 1] as [Int64] { ints.add(number &+ step) }
    case .double(let number): for step in [0, -1, 1] as [Double] { doubles.add(number + step) }
    case .timestamp(let instant):
      for days in [0, -1, 1, -4_000, 4_000] as [Int64] {
        instants.add(instant.adding(seconds: days * Self.day))
      }
    case .duration(let duration):
      for step in [0, -1, 1] as [Int64] {
        nanoseconds.add(duration.nanoseconds &+ step * 1_000_000_000)
      }
    case .list(let list): for element in list { add(element) }
    case .map(let map):
      for entry in map.entries {
        add(entry.key)
        add(entry.value)
      }
    case .record(let record): for name in record.fieldNames { record[name].map { add($0) } }
    default: break
    }
  }

  /// Returns values of a type.
  func values(of type: CELType, depth: Int = 0) -> [CELValue] {
    switch type {
    case .bool: [.bool(false), .bool(true)]
    case .int: ints.elements.map { .int($0) }
    case .double: doubles.elements.map { .double($0) }
    case .string: strings.elements.map { .string($0) }
    case .timestamp: instants.elements.map { .timestamp($0) }
    case .duration: nanoseconds.elements.map { .duration(nanoseconds: $0) }
    case .list(let element):
      [.list([])] + (depth < 2 ? values(of: element, depth: depth + 1).map { .list([$0]) } : [])
    case .map(.string, let value):
      [.map([])]
        + (depth < 2
          ? zip(strings.elements, values(of: value, depth: depth + 1)).map {
            .map([(.string($0), $1)])
          } : [])
    case .record(let record): depth < 2 ? records(of: record, depth: depth + 1) : []
    default: []
    }
  }

  /// Returns two records: with the first and with the last value for each field that must be there.
  private func records(of type: RecordType, depth: Int) -> [CELValue] {
    let fields = type.fields.filter { !$0.isOptional }.map {
      ($0.name, values(of: $0.type, depth: depth))
    }
    return [\[CELValue].first, \.last].map { choice in
      let values = fields.compactMap { name, values in
        values[keyPath: choice].map { (name, $0) }
      }
      return .record(type, Dictionary(uniqueKeysWithValues: values))
    }
  }
}
