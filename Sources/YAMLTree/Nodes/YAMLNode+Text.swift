// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension YAMLNode {
  /// The text of a scalar after unquoting, whatever it resolves to; empty for a collection.
  package var text: String {
    withText { String(decoding: $0, as: UTF8.self) }
  }

  /// The text of a scalar as UTF-8.
  package var utf8: [UInt8] { withText { Array($0) } }

  /// The value of a scalar under the core schema of YAML 1.2.2; `nil` for a collection.
  ///
  /// Only plain scalars are resolved; quoted and block scalars are strings. A tag of the core
  /// schema decides when it is written. See `YAMLScalar` for the rules.
  package var scalar: YAMLScalar? {
    guard kind == .scalar else { return nil }
    guard style == .plain || tag != nil else { return .string(text) }
    return withText { CoreSchema.resolve($0, style: style, tag: tag) ?? .string(text) }
  }

  /// Whether the node is a scalar that resolves to null.
  package var isNull: Bool {
    if case .null? = scalar { true } else { false }
  }

  func hasText(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    kind == .scalar && withText { $0.elementsEqual(other) }
  }

  func withText<R>(_ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    guard kind == .scalar else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    return document.withText(of: record, body)
  }
}
