// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import ControlCatalog

extension Asset {
  /// The asset as the rules of a control see it.
  var celValue: CELValue {
    .record(
      RuleVariables.assetType,
      [
        "id": .string(id), "kind": .string(kind.rawValue),
        "importance": .string(importance.rawValue),
      ])
  }
}
