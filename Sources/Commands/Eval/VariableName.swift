// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics

/// What can be the name of a variable.
enum VariableName {
  /// Whether an expression can read a variable of this name.
  static func isValid(_ name: String) -> Bool {
    let text = EmbeddedText(whole: SourceText(name: "name", name))
    guard case .success(let tree) = Parser.parse(text),
      case .identifier(let read, isRooted: false) = tree[tree.root].kind
    else { return false }
    return read == name
  }

  /// Returns the variable that stands for what a collector read: its id with `_` for `-`, and one
  /// more `_` behind a word that is reserved, such as `package_`.
  static func of(collector id: String) -> String {
    let name = id.replacing("-", with: "_")
    return isValid(name) ? name : name + "_"
  }
}
