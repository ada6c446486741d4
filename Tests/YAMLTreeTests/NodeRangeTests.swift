// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing
import YAMLTree

struct NodeRangeTests {
  @Test(arguments: [
    "a: 1️⃣x2️⃣\n", "日志: 1️⃣六个月2️⃣ # 说明\n", "标题: 1️⃣'单 引'2️⃣\nb: 1\n", "k: 1️⃣\"双\\n引\"2️⃣ \n",
    "a: 1️⃣|\n  中文\n  two2️⃣\n\nb: 2\n", "a: 1️⃣>-\n  one\n  two2️⃣\n", "a: 1️⃣plain\n  中 more2️⃣\n",
    "a: 1️⃣[1, 中, 3]2️⃣\nb: 1\n", "a: 1️⃣{中: 文}2️⃣ # c\n", "a:\n  1️⃣b: 1\n  c:2️⃣\n\n# end\nd: 1\n",
    "a:\n  1️⃣- 一\n  - 二2️⃣\n  # c\nb: 1\n", "a: &x 1️⃣中2️⃣\n", "a: !!str &x 1️⃣'it''s'2️⃣\n", "a:1️⃣2️⃣\nb: 1\n",
    "a: &m # 注释\n  1️⃣b: 12️⃣\n", "a: 1️⃣''2️⃣\n", "a: 1️⃣''''2️⃣\n", "a: 1️⃣'x'''2️⃣\n", "a: 1️⃣\"\\\\\"2️⃣\n",
    "\"𠮷é\": 1️⃣日2️⃣", "a: !!str1️⃣2️⃣\n", "a: 1️⃣|2️⃣\nb: 1\n", "a: 1️⃣x y2️⃣   \n",
  ])
  func `a value's range is what is written`(marked: String) {
    let marked = MarkedText(marked)
    let stream = YAMLParser().parse(marked.source())
    #expect(stream.diagnostics.isEmpty)
    #expect(stream.documents[0].root.pairs[0].value.range == marked[1, 2])
  }

  @Test func `every node of a mixed document has its range`() {
    let marked = MarkedText(
      """
      # 目录
      1️⃣控制2️⃣:
        3️⃣- 名称: 访问控制
          rules: [a, "b"]
        - &ref {名: 值}
        - 4️⃣*ref5️⃣6️⃣
      end: 7️⃣~8️⃣
      """)
    let root = YAMLParser().parse(marked.source()).documents[0].root
    #expect(root.pairs[0].key.range == marked[1, 2])
    #expect(root.pairs[0].value.range == marked[3, 6])
    let alias = root.pairs[0].value.elements[2]
    #expect(alias.range == marked[4, 5])
    #expect(alias.isAlias && alias.kind == .mapping)
    #expect(alias["名"]?.span.source.text(in: alias["名"]!.range) == "值")
    #expect(root["end"]?.range == marked[7, 8])
    #expect(root.range == SourceRange(start: marked[1, 2].start, end: marked[7, 8].end))
  }
}
