// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Chronology
import Diagnostics

/// Measures how far apart two values are.
enum Distance {
  /// Returns the distance of the left value from the right one; `nil` for equal values and for
  /// values that have no distance.
  static func between(_ left: CELValue, _ right: CELValue) -> Trace.Distance? {
    guard let order = left.order(right), order == .less || order == .greater else { return nil }
    let isAbove = order == .greater
    switch (left, right) {
    case (.timestamp(let a), .timestamp(let b)):
      guard let nanoseconds = a.nanoseconds(since: b) else { return nil }
      return time(nanoseconds, isAbove: isAbove)
    case (.duration(let a), .duration(let b)):
      let (difference, overflow) = a.nanoseconds.subtractingReportingOverflow(b.nanoseconds)
      return overflow ? nil : time(difference, isAbove: isAbove)
    case (.int(let a), .int(let b)):
      let (difference, overflow) = a.subtractingReportingOverflow(b)
      return overflow ? nil : number(String(difference.magnitude), isAbove: isAbove)
    case (.uint(let a), .uint(let b)):
      return number(String(a > b ? a - b : b - a), isAbove: isAbove)
    default:
      guard let a = left.asDouble, let b = right.asDouble else { return nil }
      return number(DoubleText.format((a - b).magnitude), isAbove: isAbove)
    }
  }

  private static func number(_ amount: String, isAbove: Bool) -> Trace.Distance {
    Trace.Distance(
      isAbove: isAbove, amount: amount, nanoseconds: nil, text: LocalizedText(verbatim: amount))
  }

  private static func time(_ nanoseconds: Int64, isAbove: Bool) -> Trace.Distance {
    let magnitude = Int64(clamping: nanoseconds.magnitude)
    return Trace.Distance(
      isAbove: isAbove, amount: DurationText.format(magnitude), nanoseconds: magnitude,
      text: text(magnitude))
  }

  /// Returns a length of time in its largest unit, with one decimal below ten of them.
  private static func text(_ nanoseconds: Int64) -> LocalizedText {
    let units: [(Double, String, String)] = [
      (86_400e9, "天", "day"), (3_600e9, "小时", "hour"), (60e9, "分钟", "minute"),
      (1e9, "秒", "second"),
    ]
    for (size, zh, en) in units where Double(nanoseconds) >= size {
      let amount = Double(nanoseconds) / size
      let rounded = amount < 10 ? (amount * 10).rounded(.down) / 10 : amount.rounded(.down)
      let number = DoubleText.format(rounded)
      return LocalizedText(
        zh: "\(number) \(zh)", en: "\(number) \(en)\(rounded == 1 ? "" : "s")")
    }
    return LocalizedText(verbatim: DurationText.format(nanoseconds))
  }
}

extension CELValue {
  fileprivate var asDouble: Double? {
    switch self {
    case .int(let value): Double(value)
    case .uint(let value): Double(value)
    case .double(let value): value.isFinite ? value : nil
    default: nil
    }
  }
}
