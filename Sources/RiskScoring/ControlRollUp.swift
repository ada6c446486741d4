// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Assessment
package import ControlCatalog

/// What each control came to over all of its assets: an item of the conclusion.
///
/// An item is met when it is met for every asset, and does not apply when it applies to none.
package struct ControlRollUp: Sendable {
  /// One control with its results.
  package struct Item: Sendable {
    /// The control.
    package let control: Control
    /// What it came to over all assets.
    package let outcome: Outcome
    /// Its results by asset.
    package let results: [ControlResult]
  }

  /// The items in the order of the results.
  package let items: [Item]

  package init(_ results: [ControlResult]) {
    var order: [String] = []
    var groups: [String: [ControlResult]] = [:]
    for result in results {
      if groups[result.control.id] == nil { order.append(result.control.id) }
      groups[result.control.id, default: []].append(result)
    }
    items = order.compactMap { id in
      guard let group = groups[id], let first = group.first else { return nil }
      let outcome = OutcomeSet(group.map(\.outcome)).outcome(.all)
      return Item(control: first.control, outcome: outcome, results: group)
    }
  }

  /// How often each outcome occurs among the items.
  package var tally: OutcomeTally { OutcomeTally(items.map(\.outcome)) }
}
