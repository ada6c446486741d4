// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Makes catalogues of controls such as authors write, in Chinese and English, always the same.
struct CatalogueCorpus {
  private var state: UInt64 = 20_170_601

  /// Returns controls of a size in bytes in all, each as a mapping of its own.
  static func controls(bytes: Int) -> [String] {
    var corpus = CatalogueCorpus()
    var controls: [String] = []
    var size = 0
    while size < bytes {
      let control = corpus.control(controls.count)
      controls.append(control)
      size += control.utf8.count
    }
    return controls
  }

  /// Returns one catalogue with all controls in a list.
  static func catalogue(of controls: [String]) -> String {
    var text = "catalog: benchmark\ncontrols:\n"
    for control in controls {
      var prefix = "  - "
      for line in control.split(separator: "\n") {
        text += prefix + line + "\n"
        prefix = "    "
      }
    }
    return text
  }

  private mutating func control(_ number: Int) -> String {
    """
    id: DAT-\(pick(Self.areas))-\(number)
    title: {zh: \(chinese(2)), en: \(english(2))}
    statement:
      zh: \(chinese(6))
      en: "\(english(7))"
    rationale:
      zh: >-
        \(chinese(7))
        \(chinese(5))
      en: |
        \(english(7))
        \(english(6))
    requirements: [CSL/\(below(79)), GBT22239-L3/8.1.\(below(9)).\(below(9)).a, ISO27001/A.8.\(below(34))]
    applies_when: org.mlps_level >= \(below(4) + 1)
    severity: \(pick(["low", "medium", "high", "critical"]))
    weight: \(below(3) + 1)
    deferrable: \(pick(["true", "false"]))
    parameters:
      retention: {type: duration, default: P180D, minimum: P180D, source: CSL/21}
    checks:\(check(0))\(check(1))
    verdict: all
    remediation:
      zh: \(chinese(5))
      en: \(english(6))
      effort: hours
    risk:
      threat: {zh: \(chinese(2)), en: '\(english(3))'}
      likelihood: \(below(5) + 1)
    examples:
      pass:
        - name: good
          evidence: {file0: {Main: {Limit: \(below(9000)), Enabled: true}}}
      fail:
        - name: bad
          evidence: {file0: {Main: {Limit: 0, Enabled: false}}}

    """
  }

  private mutating func check(_ number: Int) -> String {
    """

      # \(english(3))
      - id: check-\(number)
        method: test
        evidence:
          file\(number): {collector: systemd-conf, path: /etc/service/\(pick(Self.areas)).conf}
        expect: >-
          file\(number).Main.Limit >= \(below(600)) &&
          file\(number).Main.Enabled == true
        on_absent: not_reviewed
    """
  }

  private static let areas = ["LOG", "NET", "ACC", "KEY", "BAK", "VUL", "ORG", "PRV"]
  private static let chinesePhrases = [
    "网络运营者应当", "定期检查", "保存日志", "加密存储个人信息", "并留存记录", "由负责人批准", "不少于六个月", "在上线之前",
    "采取技术措施", "及时处置风险", "按照规定", "向主管部门报告",
  ]
  private static let englishPhrases = [
    "the operator keeps", "logs of access", "for six months", "and reviews them", "every quarter",
    "before release", "with a named owner", "encrypted at rest", "in a separate zone",
    "as approved", "within ten days", "and records it",
  ]

  private mutating func chinese(_ count: Int) -> String {
    (0..<count).map { _ in pick(Self.chinesePhrases) }.joined(separator: "，")
  }

  private mutating func english(_ count: Int) -> String {
    (0..<count).map { _ in pick(Self.englishPhrases) }.joined(separator: " ")
  }

  private mutating func pick(_ words: [String]) -> String { words[below(words.count)] }

  /// A linear congruential generator: the corpus has to be the same everywhere, not random.
  private mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
