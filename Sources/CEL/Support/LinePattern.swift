// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A regular expression in the syntax of RE2 for those who read texts line by line.
///
/// The same engine as `matches` of the rule language: linear time on any text.
package struct LinePattern: Sendable {
  private let expression: RegularExpression

  /// Compiles a pattern.
  ///
  /// - Throws: with RE2's reason when it is not valid.
  package init(_ pattern: String) throws(InvalidPattern) {
    do {
      expression = try RegularExpression(pattern)
    } catch {
      throw InvalidPattern(message: error.message)
    }
  }

  /// The number of capturing groups.
  package var groupCount: Int { expression.groupCount }

  /// Returns the bytes of the first match, then those of each group, `nil` for a group that took no
  /// part; `nil` when nothing matches.
  package func firstMatch(in line: [UInt8]) -> [Range<Int>?]? { expression.firstMatch(in: line) }
}

/// A text that is no regular expression.
package struct InvalidPattern: Error, Sendable {
  /// The reason that RE2 gives.
  package var message: LocalizedText
}
