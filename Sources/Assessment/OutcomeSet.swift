// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// The outcomes that occur among checks, assets or controls.
///
/// Outcomes are put together by set union, which does not care for order or grouping; only the
/// finished set is read as an outcome. A binary operation on outcomes themselves cannot do this:
/// a pass hidden behind an open question would be forgotten before the fail that makes it partial.
package struct OutcomeSet: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Creates the set with one outcome.
  package init(_ outcome: Outcome) {
    self.init(rawValue: 1 << UInt8(Outcome.allCases.firstIndex(of: outcome)!))
  }

  /// Creates the set of the outcomes in a sequence.
  package init(_ outcomes: some Sequence<Outcome>) {
    self = outcomes.reduce(into: []) { $0.formUnion(OutcomeSet($1)) }
  }

  /// How a set of outcomes is read as one.
  package enum Reading: Sendable {
    /// Every member must hold.
    case all
    /// One member that holds is enough.
    case any
  }

  /// Returns the outcome that the set amounts to: that of the first row whose members all occur.
  ///
  /// An empty set is `notReviewed`: nothing passes because nothing was tested.
  package func outcome(_ reading: Reading) -> Outcome {
    let rows = reading == .all ? Self.allRows : Self.anyRows
    return rows.first { isSuperset(of: $0.members) }?.outcome ?? .notReviewed
  }

  private struct Row {
    let members: OutcomeSet
    let outcome: Outcome

    init(_ members: [Outcome], _ outcome: Outcome) {
      self.members = OutcomeSet(members)
      self.outcome = outcome
    }
  }

  /// A known fail outweighs what is not known, as false does in a conjunction.
  private static let allRows = [
    Row([.partial], .partial),
    Row([.pass, .fail], .partial),
    Row([.fail], .fail),
    Row([.error], .error),
    Row([.notReviewed], .notReviewed),
    Row([.stale], .stale),
    Row([.pass], .pass),
    Row([.notApplicable], .notApplicable),
  ]

  /// A known pass outweighs what is not known, as true does in a disjunction.
  private static let anyRows = [
    Row([.pass], .pass),
    Row([.error], .error),
    Row([.notReviewed], .notReviewed),
    Row([.stale], .stale),
    Row([.partial], .partial),
    Row([.fail], .fail),
    Row([.notApplicable], .notApplicable),
  ]
}
