// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// One document of a YAML stream: a flat table of nodes over the source text.
///
/// Nodes stand in the order of the text, parents before children, and a collection knows where its
/// descendants end, so a walk reads memory forwards. Text that the source writes as it is, is not
/// copied; unescaped, folded and block text stands in one arena.
package final class YAMLDocument: Sendable {
  /// The text that all ranges are of: the source as UTF-8 without a byte order mark.
  package let source: SourceText
  /// Whether a syntax error cut the document short.
  package let isTruncated: Bool

  let records: [NodeRecord]
  let arena: [UInt8]
  let properties: [UInt32: NodeProperties]

  init(
    source: SourceText, isTruncated: Bool, records: [NodeRecord], arena: [UInt8],
    properties: [UInt32: NodeProperties]
  ) {
    self.source = source
    self.isTruncated = isTruncated
    self.records = records
    self.arena = arena
    self.properties = properties
  }

  /// The outermost node; a null scalar in an empty document.
  package var root: YAMLNode { YAMLNode(document: self, site: 0) }

  /// The number of nodes as written, aliases not followed.
  package var nodeCount: Int { records.count }

  /// Calls the body with the text of a scalar as UTF-8.
  func withText<R>(of record: NodeRecord, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    let range = Int(record.payload)..<Int(record.payload) + Int(record.extent)
    let bytes = record.flags.contains(.textInArena) ? arena : source.utf8
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// Returns the index of the node after a node and its descendants.
  func indexAfter(_ index: UInt32) -> UInt32 {
    let record = records[Int(index)]
    switch record.kind {
    case .scalar, .alias: return index + 1
    case .sequence, .mapping: return record.extent
    }
  }
}
