// Plumbline
// SPDX-License-Identifier: Apache-2.0

import YAMLTree

/// A tree of texts that can be written as YAML in every style.
indirect enum RandomTree: Equatable {
  case scalar(String)
  case sequence([RandomTree])
  case mapping([Pair])

  struct Pair: Equatable {
    var key: String
    var value: RandomTree
  }

  /// Reads a node back.
  init(_ node: YAMLNode) {
    switch node.kind {
    case .scalar: self = .scalar(node.text)
    case .sequence: self = .sequence(node.elements.map(RandomTree.init))
    case .mapping:
      self = .mapping(node.pairs.map { Pair(key: $0.key.text, value: RandomTree($0.value)) })
    }
  }

  init(depth: Int, using random: inout SplitMix) {
    switch depth > 0 ? Int.random(in: 0..<4, using: &random) : 0 {
    case 1:
      let count = Int.random(in: 0..<4, using: &random)
      self = .sequence((0..<count).map { _ in RandomTree(depth: depth - 1, using: &random) })
    case 2, 3:
      let count = Int.random(in: 0..<5, using: &random)
      self = .mapping(
        (0..<count).map { index in
          let key = Self.text(using: &random).prefix(20) + "\(index)"
          return Pair(key: String(key), value: RandomTree(depth: depth - 1, using: &random))
        })
    default: self = .scalar(Self.text(using: &random))
    }
  }

  private static let pieces = [
    "a", "bc", "日志", "𠮷", "é", " ", "  ", "\n", "\n\n", "'", "\"", "\\", "\t", ": ", " #", "-", "[",
    "}",
    ",", "&", "*", "!", "|", ">", "%", "@", "\u{7}", "\u{A0}", "\u{2028}", "\u{FEFF}", "0", "true",
  ]

  private static func text(using random: inout SplitMix) -> String {
    (0..<Int.random(in: 0..<7, using: &random)).map { _ in
      pieces.randomElement(using: &random)!
    }.joined()
  }
}

/// Numbers that look random and are the same in every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
