// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Knows the tokens of well-known services by how they start.
enum SecretTokens {
  /// The bytes that a token of some service is made of.
  private enum Alphabet: Sendable {
    /// Letters, digits, `_`, `-` and `.`.
    case name
    /// Those of `name`, `+`, `/` and `=`.
    case base64
    /// Hexadecimal digits and `-`.
    case hexadecimal

    func holds(_ byte: UInt8) -> Bool {
      switch self {
      case .name: SecretPatterns.isNameByte(byte)
      case .base64: SecretPatterns.isNameByte(byte) || "+/=".utf8.contains(byte)
      case .hexadecimal:
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
          UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
    }
  }

  /// How the tokens of one service look.
  private struct Shape {
    /// How they start.
    let prefix: String
    /// The least number of bytes that follow.
    let least: Int
    /// What follows.
    let alphabet: Alphabet
    /// Whether the prefix only announces the token and is kept.
    let keepsPrefix: Bool

    init(
      _ prefix: String, _ least: Int, _ alphabet: Alphabet = .name, keepsPrefix: Bool = false
    ) {
      self.prefix = prefix
      self.least = least
      self.alphabet = alphabet
      self.keepsPrefix = keepsPrefix
    }
  }

  /// The shapes by their first byte; of two that fit the first counts.
  private static let shapes: [UInt8: [Shape]] = Dictionary(
    grouping: [
      // Cloud platforms: Amazon, Tencent, Alibaba, Google, DigitalOcean, Azure.
      Shape("AKIA", 16), Shape("ASIA", 16), Shape("AKID", 16), Shape("LTAI", 12),
      Shape("AIza", 30), Shape("ya29.", 20), Shape("dop_v1_", 40),
      Shape("AccountKey=", 20, .base64, keepsPrefix: true),
      Shape("SharedAccessKey=", 20, .base64, keepsPrefix: true),
      // Places where code and packages are kept.
      Shape("ghp_", 30), Shape("gho_", 30), Shape("ghu_", 30), Shape("ghs_", 30),
      Shape("ghr_", 30), Shape("github_pat_", 30), Shape("glpat-", 18), Shape("gldt-", 18),
      Shape("glrt-", 18), Shape("npm_", 30), Shape("pypi-", 40), Shape("dckr_pat_", 20),
      // Messages, mail and payment.
      Shape("xoxb-", 20), Shape("xoxp-", 20), Shape("xoxa-", 20), Shape("xoxs-", 20),
      Shape("xapp-", 20), Shape("hooks.slack.com/services/", 20, .base64, keepsPrefix: true),
      Shape("qyapi.weixin.qq.com/cgi-bin/webhook/send?key=", 20, .hexadecimal, keepsPrefix: true),
      Shape("SG.", 40), Shape("sk_live_", 20), Shape("sk_test_", 20), Shape("rk_live_", 20),
      // Language models, vaults, encryption and everything that speaks HTTP.
      Shape("sk-", 32), Shape("hvs.", 20), Shape("AGE-SECRET-KEY-1", 40),
      Shape("eyJ", 40), Shape("Bearer ", 12, .base64), Shape("bearer ", 12, .base64),
      Shape("Authorization: Basic ", 8, .base64, keepsPrefix: true),
      Shape("authorization: Basic ", 8, .base64, keepsPrefix: true),
    ], by: { $0.prefix.utf8.first ?? 0 })

  /// Returns the token that starts at an offset.
  static func span(in text: [UInt8], at offset: Int) -> SecretPatterns.Span? {
    guard let candidates = shapes[text[offset]] else { return nil }
    if offset > 0, SecretPatterns.isNameByte(text[offset - 1]) { return nil }
    for shape in candidates where text[offset...].starts(with: shape.prefix.utf8) {
      let start = offset + shape.prefix.utf8.count
      let end = text[start...].prefix { shape.alphabet.holds($0) }.endIndex
      if end - start >= shape.least {
        return ((shape.keepsPrefix ? start : offset)..<end, .token)
      }
    }
    return nil
  }
}
