// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension YAMLNode {
  /// The text of a scalar with the way back to its place in the source, through quotes, escapes,
  /// folded lines and indentation; empty for a collection.
  ///
  /// An error inside the text, such as one in a rule, is thus reported at the very characters of
  /// the file. For an alias that is where the text is written.
  package var embeddedText: EmbeddedText {
    let source = document.source
    let record = record
    let range = Int(record.start)..<Int(record.end)
    guard kind == .scalar, record.flags.contains(.textInArena) else {
      let start = kind == .scalar ? record.payload : record.start
      return EmbeddedText(
        utf8: utf8, source: source, segments: [.init(textStart: 0, sourceStart: start)])
    }
    let text = utf8
    let segments =
      switch style {
      case .literal, .folded: BlockScalarMap.map(text, source, range)
      default: FlowScalarMap.map(source, range, style).segments
      }
    return EmbeddedText(utf8: text, source: source, segments: segments)
  }
}
