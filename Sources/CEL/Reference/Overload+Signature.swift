// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension Overload {
  /// The overload as the reference shows it, such as `string.startsWith(string) -> bool`.
  package func signature(of function: FunctionDeclaration) -> String {
    var types = parameters.map(\.description)
    if isVariadic, let last = types.last { types[types.count - 1] = last + "…" }
    if let symbol = function.symbol {
      return types.count == 2
        ? "\(types[0]) \(symbol) \(types[1]) -> \(result)" : "\(symbol)\(types[0]) -> \(result)"
    }
    let receiver = isMember ? types.removeFirst() + "." : ""
    return "\(receiver)\(function.name)(\(types.joined(separator: ", "))) -> \(result)"
  }
}
