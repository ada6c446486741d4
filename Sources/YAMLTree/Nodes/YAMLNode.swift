// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A node of a document: a scalar, a sequence or a mapping, with its place in the source.
///
/// A node is a document and an index, so it is cheap to copy and to keep. An alias is read as the
/// node that it stands for, but keeps its own `range`; the children of that node have the ranges of
/// the place where they are written.
package struct YAMLNode: Sendable {
  /// The three kinds of nodes.
  package enum Kind: Sendable {
    case scalar, sequence, mapping
  }

  /// The document that the node is of.
  package let document: YAMLDocument
  /// The index of the node that is meant.
  let index: UInt32
  /// The index of the node as written: `index`, or an alias to it.
  let site: UInt32

  init(document: YAMLDocument, site: UInt32) {
    self.document = document
    self.site = site
    let record = document.records[Int(site)]
    index = record.kind == .alias ? record.payload : site
  }

  var record: NodeRecord { document.records[Int(index)] }

  /// What the node is, an alias being what it stands for.
  package var kind: Kind {
    switch record.kind {
    case .mapping: .mapping
    case .sequence: .sequence
    case .scalar, .alias: .scalar
    }
  }

  /// How the node is written.
  package var style: YAMLStyle { record.style }

  /// The bytes of the node without its tag and anchor; of an alias, those of the alias.
  package var range: SourceRange {
    let record = document.records[Int(site)]
    return SourceRange(start: record.start, end: record.end)
  }

  /// The place of the node, for a diagnostic.
  package var span: SourceSpan { SourceSpan(source: document.source, range: range) }

  /// The tag as resolved, such as `tag:yaml.org,2002:str`; `nil` when none is written.
  package var tag: String? { properties?.tag }

  /// The anchor without `&`; `nil` when none is written.
  package var anchor: String? { properties?.anchor }

  /// Whether the node is written as an alias.
  package var isAlias: Bool { index != site }

  /// Whether a syntax error cut the collection short, so that what is missing may only be unread.
  package var isTruncated: Bool { record.flags.contains(.isTruncated) }

  /// Whether the node stands for something unreadable that is already reported, such as an alias
  /// without an anchor.
  package var isPlaceholder: Bool { record.flags.contains(.isPlaceholder) }

  /// The number of elements of a sequence or of written pairs of a mapping; 0 for a scalar.
  package var count: Int {
    switch kind {
    case .scalar: 0
    case .sequence: Int(record.payload)
    case .mapping: Int(record.payload) / 2
    }
  }

  private var properties: NodeProperties? {
    record.flags.contains(.hasProperties) ? document.properties[index] : nil
  }
}

extension YAMLNode: Equatable, Hashable {
  /// Whether both are the same place of the same document.
  package static func == (a: YAMLNode, b: YAMLNode) -> Bool {
    a.document === b.document && a.site == b.site
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(document))
    hasher.combine(site)
  }
}
