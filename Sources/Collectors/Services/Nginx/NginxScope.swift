// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// The blocks around a place in an nginx configuration, with nginx's rules of inheritance.
struct NginxScope {
  /// The directives of the blocks, the innermost first.
  var blocks: [[NginxDirective]]

  /// The scope of a block within this one.
  func inner(_ block: [NginxDirective]) -> NginxScope { NginxScope(blocks: [block] + blocks) }

  /// The directives in effect: those of the innermost block that has any, for nginx inherits a
  /// list as a whole or not at all.
  func effective(_ names: String...) -> [NginxDirective] {
    for block in blocks {
      let found = block.filter { names.contains($0.name) }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The directive in effect that takes one value.
  func value(_ name: String) -> NginxDirective? { effective(name).last }

  /// The headers that are added to responses.
  ///
  /// `add_header_inherit`, new in nginx 1.29.3, can switch inheritance off or make it add up.
  var headers: [NginxDirective] {
    var headers: [NginxDirective] = []
    for (index, block) in blocks.enumerated() {
      headers = block.named("add_header") + headers
      let mode = NginxScope(blocks: Array(blocks[index...])).value("add_header_inherit")?.value
      if mode == "off" || (mode != "merge" && !headers.isEmpty) { break }
    }
    return headers
  }
}
