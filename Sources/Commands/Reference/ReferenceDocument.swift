// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// A page of the reference, which terminals and Markdown show in their own ways.
struct ReferenceDocument {
  /// One part of a page.
  enum Block {
    /// A heading in words; level 1 is the page's title.
    case heading(String, level: Int)
    /// A heading that is a name in code.
    case name(String, level: Int)
    /// Words.
    case paragraph(String)
    /// Lines of code in a list.
    case signatures([String])
    /// Rows under a head of words.
    case table(head: [String], rows: [[Cell]])
    /// Lines of code in a format such as `yaml`; empty for none.
    case code([String], format: String)
  }

  /// One cell of a table.
  enum Cell {
    case text(String)
    case code(String)
    /// A name in code that leads to another page.
    case link(String, to: String)

    /// What is to be read.
    var text: String {
      switch self {
      case .text(let text), .code(let text), .link(let text, _): text
      }
    }
  }

  private(set) var blocks: [Block] = []

  init(_ blocks: [Block] = []) {
    self.blocks = blocks
  }

  mutating func add(_ block: Block) { blocks.append(block) }

  mutating func add(_ other: ReferenceDocument) { blocks += other.blocks }
}
