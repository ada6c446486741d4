// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing
import YAMLTree

struct RoundTripTests {
  @Test(arguments: 0..<20)
  func `a tree written in any style is read as it was`(seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    for _ in 0..<100 {
      let tree = RandomTree(depth: 4, using: &random)
      var writer = TreeWriter(random: random)
      let text = writer.write(tree)
      let stream = parse(text)
      guard render(stream.diagnostics).isEmpty, RandomTree(stream.documents[0].root) == tree else {
        Issue.record("\(tree)\n\(text)\n\(render(stream.diagnostics))")
        return
      }
      check(stream.documents[0].root)
      random = writer.random
    }
  }

  /// Every byte of a text that is written as it is must be found where it is written.
  private func check(_ node: YAMLNode) {
    let embedded = node.embeddedText
    #expect(embedded.utf8 == node.utf8)
    let source = embedded.source.utf8
    for (index, byte) in embedded.utf8.enumerated() where byte >= 0x61 && byte <= 0x7A {
      let place = embedded.span(of: SourceRange(index..<index + 1)).range
      let isEscape = place.start > 0 && source[Int(place.start)] == UInt8(ascii: "\\")
      #expect(isEscape || source[place.bytes] == [byte])
    }
    for element in node.elements { check(element) }
    for pair in node.pairs {
      check(pair.key)
      check(pair.value)
    }
  }
}
