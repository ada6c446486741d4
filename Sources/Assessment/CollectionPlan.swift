// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import ControlCatalog
package import EvidenceModel

/// What will be read from one asset, and for which controls; nothing else is.
package struct CollectionPlan: Sendable {
  /// A query with the reasons for it.
  package struct Item: Sendable {
    /// What is read.
    package let query: EvidenceQuery
    /// The controls that need it, in the order of the catalogs.
    package let controls: [String]
  }

  /// The asset.
  package let asset: Asset
  /// The distinct queries, ordered by their text.
  package let items: [Item]

  package init(asset: Asset, items: [Item]) {
    self.asset = asset
    self.items = items
  }

  /// Creates the plan of an asset from the controls that are selected for it.
  package init(for asset: Asset, selection: ControlSelection) {
    self.asset = asset
    var controls: [EvidenceQuery: [String]] = [:]
    for selected in selection.controls where selected.control.subject == asset.kind {
      for query in Set(selected.checks.flatMap(\.evidence).map(\.query)) {
        controls[query, default: []].append(selected.control.id)
      }
    }
    items = controls.map { Item(query: $0.key, controls: $0.value) }
      .sorted { $0.query < $1.query }
  }
}
