// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// One directive of an nginx configuration, with the block behind it.
struct NginxDirective {
  /// The name, such as `ssl_protocols`.
  var name: String
  /// The arguments, quotes taken off.
  var arguments: [String]
  /// The index of the file among the sources.
  var source: Int
  /// The line on which the name stands.
  var line: Int
  /// The directives of its block, includes followed; `nil` when it ends with `;`.
  var block: [NginxDirective]?

  /// The first argument; empty when there is none.
  var value: String { arguments.first ?? "" }
}

extension [NginxDirective] {
  /// The directives of a name, in order.
  func named(_ name: String) -> [NginxDirective] { filter { $0.name == name } }
}
