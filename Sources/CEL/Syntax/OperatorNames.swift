// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// How operators are written.
package enum OperatorNames {
  /// Returns the sign of an operator, or the name of another function as it is.
  package static func symbol(_ function: String) -> String {
    if function == "@in" { return "in" }
    let isOperator =
      function.contains("_")
      && !(function.utf8.first.map { $0 != 0x5F && $0.isIdentifierStart } ?? true)
    return isOperator ? function.filter { $0 != "_" } : function
  }
}
