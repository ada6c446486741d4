// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A range that can say in words what it allows.
package protocol DescribedRange<Bound>: RangeExpression {
  /// The rule, to follow the name of a value, such as "must be between 0 and 10".
  var rule: LocalizedText { get }
}

extension ClosedRange: DescribedRange {
  package var rule: LocalizedText {
    LocalizedText(
      zh: "必须在 \(lowerBound) 到 \(upperBound) 之间",
      en: "must be between \(lowerBound) and \(upperBound)")
  }
}

extension PartialRangeFrom: DescribedRange {
  package var rule: LocalizedText {
    LocalizedText(zh: "不得小于 \(lowerBound)", en: "must be at least \(lowerBound)")
  }
}

extension PartialRangeThrough: DescribedRange {
  package var rule: LocalizedText {
    LocalizedText(zh: "不得大于 \(upperBound)", en: "must be at most \(upperBound)")
  }
}
