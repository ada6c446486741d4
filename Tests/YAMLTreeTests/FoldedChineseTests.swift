// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing
import YAMLTree

struct FoldedChineseTests {
  @Test(arguments: [
    ("{zh: '等级一次。 还没有', en: x}", "等级一次。还没有"), ("{zh: 使用 SSH 登录, en: x}", "使用 SSH 登录"),
    ("zh: >-\n  日志保存\n  六个月\nen: x\n", "日志保存六个月"),
  ])
  func `a folded line break separates no Chinese characters`(source: String, expected: String) {
    let (text, _) = YAMLDecoder().decode(
      LocalizedText.self, from: SourceText(name: "t.yaml", source))
    #expect(text?.zh == expected)
    #expect(text?.en == "x")
  }
}
