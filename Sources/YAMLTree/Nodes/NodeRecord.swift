// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// One node in the table of a document: 20 bytes, in the order of the text, parents first.
struct NodeRecord: Sendable {
  enum Kind: UInt8, Sendable {
    case scalar, sequence, mapping, alias
  }

  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
    /// The text stands in the arena because the source writes it differently.
    static let textInArena = Flags(rawValue: 1 << 0)
    /// The node has a tag or an anchor, found in the document's properties.
    static let hasProperties = Flags(rawValue: 1 << 1)
    /// A syntax error cut the collection short.
    static let isTruncated = Flags(rawValue: 1 << 2)
    /// The node stands for something unreadable that has been reported.
    static let isPlaceholder = Flags(rawValue: 1 << 3)
    /// The mapping has a merge key.
    static let hasMergeKey = Flags(rawValue: 1 << 4)
  }

  /// The offset of the first byte, after tag and anchor.
  var start: UInt32
  /// The offset past the last byte.
  var end: UInt32
  /// A scalar's text offset, a collection's number of children, an alias' target.
  var payload: UInt32
  /// A scalar's text length in bytes; for a collection the index after its last descendant.
  var extent: UInt32
  var kind: Kind
  var style: YAMLStyle
  var flags: Flags
}

/// What a few nodes have beside their content.
struct NodeProperties: Sendable {
  var tag: String?
  var anchor: String?
}
