// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// A bar of 1,000 units that is divided among outcomes.
struct OutcomeBar {
  /// A part of the bar.
  struct Segment: Equatable {
    /// What it stands for.
    var outcome: Report.Outcome
    /// How many it stands for, at least 1.
    var count: Int
    /// Where it begins, 0 to 1,000.
    var start: Int
    /// How long it is.
    var width: Int
  }

  /// The parts, without gaps and without empty ones.
  let segments: [Segment]

  /// Divides the bar, or returns `nil` when there is nothing to divide it among.
  init?(_ counts: Report.OutcomeCounts) {
    let total = counts.total
    guard total > 0 else { return nil }
    var sum = 0
    segments = Report.Outcome.displayOrder.compactMap { outcome in
      let count = counts[outcome]
      guard count > 0 else { return nil }
      let start = sum * 1_000 / total
      sum += count
      return Segment(
        outcome: outcome, count: count, start: start, width: sum * 1_000 / total - start)
    }
  }

  /// Returns a bar of 20 signs, such as `✓✓✓✓✗✗??`, for formats without pictures.
  static func text(of counts: Report.OutcomeCounts) -> String? {
    OutcomeBar(counts)?.segments.map { segment in
      let signs = (segment.start + segment.width) / 50 - segment.start / 50
      return String(repeating: segment.outcome.symbol, count: signs)
    }.joined()
  }
}
