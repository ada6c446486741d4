// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Chronology
import Diagnostics
import EvidenceModel

/// A value of a record, read from the text of a cell.
enum RecordValue: Hashable {
  case text(String)
  case list([String])
  case instant(Instant)
  case duration(nanoseconds: Int64)
  case count(Int64)
  case flag(Bool)

  /// Reads a text as what a column holds; `nil` when it is not that.
  init?(_ text: String, as kind: RecordField.Kind) {
    switch kind {
    case .text: self = .text(text)
    case .list: self = .list(Self.parts(of: text))
    case .date:
      guard let date = CalendarDate(text) else { return nil }
      self = .instant(date.startOfDay)
    case .time:
      guard let instant = Self.instant(text) else { return nil }
      self = .instant(instant)
    case .duration:
      guard let length = try? ISO8601Duration.parse(text), length >= 0 else { return nil }
      self = .duration(nanoseconds: length)
    case .count:
      guard let number = Int64(text), number >= 0, text.first != "+" else { return nil }
      self = .count(number)
    case .flag:
      switch text.lowercased() {
      case "true", "yes", "是": self = .flag(true)
      case "false", "no", "否": self = .flag(false)
      default: return nil
      }
    case .choice(let options):
      let option = options.first {
        $0.id == text || $0.label.zh == text || $0.label.en.lowercased() == text.lowercased()
      }
      guard let option else { return nil }
      self = .text(option.id)
    }
  }

  /// The value as evidence.
  var evidence: EvidenceValue {
    switch self {
    case .text(let text): .string(text)
    case .list(let texts): .strings(texts)
    case .instant(let instant): .string(instant.formatted())
    case .duration(let nanoseconds): .string(DurationText.format(nanoseconds))
    case .count(let number): .int(number)
    case .flag(let flag): .bool(flag)
    }
  }

  /// The time, when this is one.
  var instant: Instant? { if case .instant(let instant) = self { instant } else { nil } }

  /// The text, when this is one.
  var text: String? { if case .text(let text) = self { text } else { nil } }

  /// Whether it is true.
  var isTrue: Bool { self == .flag(true) }

  /// Returns the parts of a list in one cell, which semicolons or line breaks separate.
  private static func parts(of text: String) -> [String] {
    text.split { $0 == ";" || $0 == "；" || $0.isNewline }.map { String($0).trimmingBlanks() }
      .filter { !$0.isEmpty }
  }

  /// Reads an RFC 3339 time, or one without an offset, which is in Beijing time.
  private static func instant(_ text: String) -> Instant? {
    guard text.utf8.count > 10 else { return nil }
    if let instant = Instant(text) { return instant }
    let parts = text.split(maxSplits: 1) { $0 == " " || $0 == "T" }
    guard parts.count == 2 else { return nil }
    let clock = parts[1].utf8.count == 5 ? "\(parts[1]):00" : String(parts[1])
    return Instant("\(parts[0])T\(clock)+08:00")
  }

  /// Returns how a date or time that people write in another way must be written; `nil` when the
  /// text gives no such hint.
  static func rewritten(_ text: String, as kind: RecordField.Kind) -> String? {
    let numbers = text.split { !("0"..."9").contains($0) }.compactMap { Int($0) }
    guard numbers.count >= 3,
      let date = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
    else { return nil }
    switch kind {
    case .date: return numbers.count == 3 ? date.description : nil
    case .time:
      guard numbers.count >= 5, numbers.count <= 6, (0...23).contains(numbers[3]),
        (0...59).contains(numbers[4])
      else { return nil }
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
      return "\(date) \(two(numbers[3])):\(two(numbers[4]))"
    default: return nil
    }
  }
}
