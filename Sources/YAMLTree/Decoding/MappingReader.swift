// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Reads the values of a mapping key by key and reports what is missing, wrong or unknown.
///
/// The keys that a model asks for are the keys that it knows, so `finish()` can report the others.
package struct MappingReader {
  /// The mapping.
  package let node: YAMLNode

  private let subject: LocalizedText
  private let context: DecodingContext
  private let pairs: [YAMLPair]
  /// Which pairs were asked for.
  private var taken: [Bool]
  private var known: [String] = []
  /// The keys that are missing, each with what is to be said unless it is only misspelt.
  private var missing: [(key: String, diagnostic: Diagnostic)] = []

  init(_ node: YAMLNode, subject: LocalizedText, context: DecodingContext) {
    self.node = node
    self.subject = subject
    self.context = context
    pairs = node.pairs
    taken = [Bool](repeating: false, count: pairs.count)
  }

  /// The keys in order, those of merged mappings last.
  package var keys: [YAMLNode] { pairs.map(\.key) }

  /// Returns the value of a key that may be missing.
  package mutating func node(_ key: String) -> YAMLNode? {
    known.append(key)
    guard let place = place(of: key) else { return nil }
    taken[place] = true
    return pairs[place].value
  }

  /// Returns the place of a key among the pairs, comparing bytes: models have few keys.
  private func place(of key: String) -> Int? {
    var key = key
    return key.withUTF8 { key in pairs.firstIndex { $0.key.hasText(key) } }
  }

  /// Returns the value of a key; reports a missing one.
  package mutating func requiredNode(_ key: String) -> YAMLNode? {
    if let value = node(key) { return value }
    reportMissing(key, "missing-key", DecodingMessages.missingKey(key, subject))
    return nil
  }

  /// Reports that a key is missing, when the mapping is finished and no other key is a misspelling
  /// of it.
  ///
  /// What a syntax error kept from being read is not missing.
  package mutating func reportMissing(_ key: String, _ id: String, _ message: LocalizedText) {
    if !known.contains(key) { known.append(key) }
    if node.isTruncated || node.isPlaceholder { return }
    missing.append((key, Diagnostic(id, message, at: node.span)))
  }

  /// Returns the value of a key, or `nil` after it was reported why there is none.
  package mutating func required<Value: YAMLDecodable>(
    _ key: String, _ type: Value.Type = Value.self
  ) -> Value? {
    requiredNode(key).flatMap { decode(type, key, $0) }
  }

  /// Returns the value of a key within bounds, or `nil` after it was reported why there is none.
  package mutating func required<Value: YAMLDecodable & Comparable>(
    _ key: String, _ type: Value.Type = Value.self, in bounds: some DescribedRange<Value>
  ) -> Value? {
    requiredNode(key).flatMap { decode(type, key, $0, bounds) }
  }

  /// Returns the value of a key that may be missing.
  package mutating func optional<Value: YAMLDecodable>(
    _ key: String, _ type: Value.Type = Value.self
  ) -> Value? {
    node(key).flatMap { decode(type, key, $0) }
  }

  /// Returns the value of a key that may be missing, within bounds.
  package mutating func optional<Value: YAMLDecodable & Comparable>(
    _ key: String, _ type: Value.Type = Value.self, in bounds: some DescribedRange<Value>
  ) -> Value? {
    node(key).flatMap { decode(type, key, $0, bounds) }
  }

  /// Returns the case that a key's text names; reports a missing key.
  package mutating func enumeration<Value: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Value.Type = Value.self
  ) -> Value? where Value.RawValue == String {
    requiredNode(key).flatMap { decodeEnumeration(type, key, $0) }
  }

  /// Returns the case that a key's text names, or a default when the key is missing or wrong.
  package mutating func enumeration<Value: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Value.Type = Value.self, default value: Value
  ) -> Value where Value.RawValue == String {
    node(key).flatMap { decodeEnumeration(type, key, $0) } ?? value
  }

  /// Returns the elements of a key's list; reports fewer than needed, so a missing key if any are.
  package mutating func list<Element: YAMLDecodable>(
    _ key: String, _ type: Element.Type = Element.self, atLeast minimum: Int = 0
  ) -> [Element] {
    guard let value = minimum > 0 ? requiredNode(key) : node(key) else { return [] }
    checkCount(value, key, minimum)
    return decode([Element].self, key, value) ?? []
  }

  /// Returns the pairs of a key's mapping whose keys are names that the author chooses; reports
  /// fewer than needed, so a missing key if any are.
  package mutating func entries<Value: YAMLDecodable>(
    _ key: String, _ type: Value.Type = Value.self, atLeast minimum: Int = 0
  ) -> [YAMLEntry<Value>] {
    guard let value = minimum > 0 ? requiredNode(key) : node(key) else { return [] }
    checkCount(value, key, minimum)
    return decode(YAMLEntries<Value>.self, key, value)?.entries ?? []
  }

  /// Reports the keys that are missing and those that were not asked for; a misspelt key is the
  /// latter only.
  package func finish() {
    if missing.isEmpty, !taken.contains(false) { return }
    let absent = known.filter { place(of: $0) == nil }
    var meant: Set<String> = []
    for (pair, isTaken) in zip(pairs, taken) where !isTaken {
      if pair.key.kind == .scalar {
        // A key given twice is already reported.
        if known.contains(pair.key.text) { continue }
        let fixIts = context.suggestion(for: pair.key, among: absent)
        meant.formUnion(fixIts.flatMap(\.edits).map(\.replacement))
        context.report(
          "unknown-key", DecodingMessages.unknownKey(pair.key.text, subject), at: pair.key,
          fixIts: fixIts)
      } else {
        context.report("invalid-key", DecodingMessages.keyNotText, at: pair.key)
      }
    }
    for (key, diagnostic) in missing where !meant.contains(key) { context.report(diagnostic) }
  }

  private func decode<Value: YAMLDecodable>(
    _ type: Value.Type, _ key: String, _ value: YAMLNode
  ) -> Value? {
    context.decode(type, from: value, as: .key(key))
  }

  private func decode<Value: YAMLDecodable & Comparable>(
    _ type: Value.Type, _ key: String, _ node: YAMLNode, _ bounds: some DescribedRange<Value>
  ) -> Value? {
    guard let value = decode(type, key, node) else { return nil }
    if bounds.contains(value) { return value }
    let message = DecodingMessages.outOfRange(DecodingMessages.key(key), bounds.rule)
    context.report("out-of-range", message, at: node)
    return nil
  }

  private func decodeEnumeration<Value: RawRepresentable & CaseIterable>(
    _ type: Value.Type, _ key: String, _ node: YAMLNode
  ) -> Value? where Value.RawValue == String {
    let coded = context.decode(EnumerationValue<Value>.self, from: node, as: .key(key))
    return coded?.value
  }

  private func checkCount(_ value: YAMLNode, _ key: String, _ minimum: Int) {
    guard value.kind != .scalar, !value.isTruncated,
      value.pairs.count + value.elements.count < minimum
    else { return }
    let message = DecodingMessages.tooFew(DecodingMessages.key(key), minimum)
    context.report("too-few-elements", message, at: value)
  }
}

/// Lets a type that is only an enumeration of texts be decoded like one that says so.
private struct EnumerationValue<Value: RawRepresentable & CaseIterable>: YAMLDecodable
where Value.RawValue == String {
  let value: Value

  init?(from node: YAMLNode, _ context: DecodingContext) {
    guard let value = context.enumeration(node, Value.self) else { return nil }
    self.value = value
  }
}
