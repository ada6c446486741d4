// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Assessment

/// How often each outcome occurs.
package struct OutcomeTally: Sendable, Hashable {
  private var counts: [Outcome: Int] = [:]

  package init() {}

  /// Counts the outcomes of a sequence.
  package init(_ outcomes: some Sequence<Outcome>) {
    for outcome in outcomes { counts[outcome, default: 0] += 1 }
  }

  /// Returns how often an outcome occurs.
  package subscript(outcome: Outcome) -> Int { counts[outcome] ?? 0 }

  /// The number of outcomes.
  package var total: Int { counts.values.reduce(0, +) }

  /// The number of outcomes that are not `notApplicable`.
  package var applicable: Int { total - self[.notApplicable] }

  /// The number of outcomes that tell something about the duty.
  package var conclusive: Int {
    counts.reduce(0) { $0 + ($1.key.isConclusive ? $1.value : 0) }
  }

  /// The rate of met items.
  package var rate: Ratio { Ratio(self[.pass], of: applicable) }

  /// The share of applicable items about which something is known.
  package var coverage: Ratio { Ratio(conclusive, of: applicable) }
}
