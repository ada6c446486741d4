// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

// What evaluation says of values that an operator cannot answer for.
extension FunctionFailure {
  private init(zh: String, en: String) {
    self.init(LocalizedText(zh: zh, en: en))
  }

  static func invalidMapKey(_ key: CELValue) -> FunctionFailure {
    FunctionFailure(
      zh: "映射的键必须是 bool、int、uint 或 string，而不是 \(key.type.runtimeName)",
      en: "a map key must be a bool, int, uint or string, not a \(key.type.runtimeName)")
  }

  static func duplicateMapKey(_ key: CELValue) -> FunctionFailure {
    FunctionFailure(
      zh: "映射的键 \(key) 只能出现一次", en: "map key \(key) must occur only once")
  }
}
