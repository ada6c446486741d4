// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A pair of a mapping whose keys are names that the author chooses.
package struct YAMLEntry<Value> {
  /// The key.
  package var name: String
  /// The place of the key.
  package var nameSpan: SourceSpan
  /// The model of the value.
  package var value: Value
}

extension YAMLEntry: Sendable where Value: Sendable {}

/// A mapping whose keys are names that the author chooses, in order.
package struct YAMLEntries<Value: YAMLDecodable>: YAMLDecodable {
  /// The pairs whose values could be made.
  package var entries: [YAMLEntry<Value>]

  package init?(from node: YAMLNode, _ context: DecodingContext) {
    guard node.kind == .mapping else {
      context.reportWrongType(node, expected: DecodingMessages.mappingOfNames)
      return nil
    }
    entries = node.pairs.compactMap { pair in
      guard pair.key.kind == .scalar else {
        context.report("invalid-key", DecodingMessages.keyNotText, at: pair.key)
        return nil
      }
      let name = pair.key.text
      return context.decode(Value.self, from: pair.value, as: .key(name)).map {
        YAMLEntry(name: name, nameSpan: pair.key.span, value: $0)
      }
    }
  }
}

extension YAMLEntries: Sendable where Value: Sendable {}
