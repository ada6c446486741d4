// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// A part of a whole as two counts, so that nothing is lost to rounding.
package struct Ratio: Sendable, Hashable {
  /// The part.
  package let part: Int
  /// The whole.
  package let whole: Int

  package init(_ part: Int, of whole: Int) {
    self.part = part
    self.whole = whole
  }

  /// The ratio in percent; `nil` when there is no whole, since nothing is never 100 %.
  package var percent: Double? {
    whole == 0 ? nil : Double(part) * 100 / Double(whole)
  }

  /// Returns how the ratio compares with a whole percentage, exactly: -1, 0 or 1.
  package func compared(toPercent percent: Int) -> Int {
    (part * 100 - percent * whole).signum()
  }
}
