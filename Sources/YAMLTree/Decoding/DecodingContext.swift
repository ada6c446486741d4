// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Collects what is wrong with the nodes of a file while models are made from them.
///
/// A reference, so that a mapping reader and the models inside it report to the same place; used by
/// one task at a time.
package final class DecodingContext {
  /// All that was reported so far.
  package private(set) var diagnostics: [Diagnostic]

  /// The names of the values being decoded, outermost first, for messages.
  private var names: [ValueName] = []

  /// Creates a context that goes on from diagnostics, such as those of the parser.
  package init(_ diagnostics: [Diagnostic] = []) {
    self.diagnostics = diagnostics
  }

  /// Adds a diagnostic.
  package func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Adds an error at a node, unless the node stands for something already reported.
  package func report(
    _ id: String, _ message: LocalizedText, at node: YAMLNode, notes: [Diagnostic.Note] = [],
    fixIts: [Diagnostic.FixIt] = []
  ) {
    if node.isPlaceholder { return }
    report(Diagnostic(id, message, at: node.span, notes: notes, fixIts: fixIts))
  }

  /// Reports that a node is not what it has to be, which is given as a noun phrase.
  package func reportWrongType(
    _ node: YAMLNode, expected: LocalizedText, fixIts: [Diagnostic.FixIt] = []
  ) {
    let message = DecodingMessages.wrongType(name, expected: expected, found: node)
    report("wrong-type", message, at: node, fixIts: fixIts)
  }

  /// The name of the value being decoded, such as `'weight'` or "element 2 of 'tags'".
  package var name: LocalizedText {
    names.isEmpty ? DecodingMessages.theFile : names[...].text
  }

  /// Returns the root of the only document of a stream; reports an empty one, and further ones.
  package func root(of stream: YAMLStream) -> YAMLNode? {
    if stream.documents.isEmpty, !stream.diagnostics.hasErrors {
      let start = SourceSpan(source: stream.source, range: SourceRange(0..<0))
      report(Diagnostic("empty-document", DecodingMessages.emptyDocument, at: start))
    } else if stream.documents.count > 1 {
      report("several-documents", DecodingMessages.severalDocuments, at: stream.documents[1].root)
    }
    return stream.documents.first?.root
  }

  /// Returns the model of a node, or `nil` after it was reported why there is none.
  ///
  /// The name, such as a key in quotes, is how messages speak of the node.
  package func decode<Value: YAMLDecodable>(
    _ type: Value.Type, from node: YAMLNode, named name: LocalizedText? = nil
  ) -> Value? {
    guard let name else { return node.isPlaceholder ? nil : Value(from: node, self) }
    return decode(type, from: node, as: .text(name))
  }

  /// Returns the model of a node, or `nil` after it was reported why there is none.
  func decode<Value: YAMLDecodable>(
    _ type: Value.Type, from node: YAMLNode, as name: ValueName
  ) -> Value? {
    names.append(name)
    defer { names.removeLast() }
    return node.isPlaceholder ? nil : Value(from: node, self)
  }

  /// Runs a decoder of another kind under a name, such as that of a key, for its messages.
  package func named<Value>(_ name: String, _ decode: () -> Value) -> Value {
    names.append(.key(name))
    defer { names.removeLast() }
    return decode()
  }

  /// Returns a reader for the keys of a mapping; reports another kind of node and returns `nil`.
  ///
  /// The subject is what the mapping describes, as a noun without an article, such as "control".
  package func mapping(_ node: YAMLNode, of subject: LocalizedText) -> MappingReader? {
    guard node.kind == .mapping else {
      reportWrongType(node, expected: DecodingMessages.mapping(of: subject))
      return nil
    }
    return MappingReader(node, subject: subject, context: self)
  }

  /// Returns the models of the elements of a sequence, without those that cannot be made.
  package func list<Element: YAMLDecodable>(
    _ node: YAMLNode, of type: Element.Type
  ) -> [Element] {
    guard node.kind == .sequence else {
      reportWrongType(node, expected: DecodingMessages.list)
      return []
    }
    return node.elements.enumerated().compactMap { index, element in
      decode(type, from: element, as: .element(index + 1))
    }
  }

  /// Returns the case that a scalar names; reports another text with the nearest case.
  package func enumeration<Value: RawRepresentable & CaseIterable>(
    _ node: YAMLNode, _ type: Value.Type
  ) -> Value? where Value.RawValue == String {
    if node.kind == .scalar, let value = Value(rawValue: node.text) { return value }
    let words = Value.allCases.map(\.rawValue)
    guard node.kind == .scalar, !node.isNull else {
      reportWrongType(node, expected: DecodingMessages.oneOf(words))
      return nil
    }
    report(
      "unknown-value", DecodingMessages.unknownValue(name, node.text, allowed: words), at: node,
      fixIts: suggestion(for: node, among: words))
    return nil
  }

  /// Returns the repair of a word by the nearest allowed one, if one is near.
  package func suggestion(
    for node: YAMLNode, among words: some Sequence<String>
  ) -> [Diagnostic.FixIt] {
    guard !node.isAlias, let near = SpellingSuggestion.nearest(to: node.text, in: words) else {
      return []
    }
    let edit = Diagnostic.Edit(replace: node.range, with: near)
    return [.init(Messages.didYouMean(near), edits: [edit])]
  }
}
