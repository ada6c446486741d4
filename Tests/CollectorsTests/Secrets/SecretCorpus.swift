// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// Secrets of every kind, made anew in each run so that none stands in the repository.
enum SecretCorpus {
  /// All of them.
  static let all: [PlantedSecret] = passwords + keys + tokens + hashes + numbers

  // MARK: - Kinds

  private static let passwords: [PlantedSecret] = {
    let word = Letters(1).text(14)
    let quoted = "\(Letters(2).text(6))!@#^*\(Letters(2).text(6))"
    return [
      PlantedSecret("a password under its name", .password, word, name: "db_password"),
      PlantedSecret("a password with signs", .password, quoted, name: "PASSWD"),
      PlantedSecret(
        "a connection string", .password, "postgres://app:\(word)@db.internal:5432/shop",
        needles: [word]),
      PlantedSecret(
        "a connection string without user", .password, "redis://:\(word)@10.0.0.9:6379/0",
        needles: [word]),
      PlantedSecret(
        "a JDBC string", .password, "jdbc:mysql://db/shop?user=app&password=\(word)",
        needles: [word]),
      PlantedSecret(
        "an ODBC string", .password, "Server=db;Database=shop;Uid=app;Pwd=\(word);",
        needles: [word]),
      PlantedSecret(
        "a command line", .password, "mysqldump --password=\(word) shop", needles: [word]),
    ]
  }()

  private static let keys: [PlantedSecret] = [
    "PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "OPENSSH PRIVATE KEY",
    "ENCRYPTED PRIVATE KEY", "PGP PRIVATE KEY BLOCK",
  ].enumerated().map { index, label in
    let lines = (0..<4).map { Letters(UInt64(100 + index * 10 + $0)).text(64) }
    let text = (["-----BEGIN \(label)-----"] + lines + ["-----END \(label)-----"])
      .joined(separator: "\n")
    return PlantedSecret(label, .privateKey, text, needles: lines)
  }

  private static let tokens: [PlantedSecret] =
    [
      ("GitHub", "ghp_", 36), ("GitHub, fine", "github_pat_", 60), ("GitLab", "glpat-", 20),
      ("npm", "npm_", 36), ("PyPI", "pypi-", 60), ("Docker", "dckr_pat_", 27),
      ("Amazon", "AKIA", 16), ("Alibaba Cloud", "LTAI", 20), ("Tencent Cloud", "AKID", 32),
      ("Google", "AIza", 35), ("Slack", "xoxb-", 48), ("Stripe", "sk_live_", 24),
      ("SendGrid", "SG.", 66), ("DigitalOcean", "dop_v1_", 64), ("Vault", "hvs.", 24),
      ("a language model", "sk-", 48), ("age", "AGE-SECRET-KEY-1", 58),
      ("Slack webhook", "https://hooks.slack.com/services/", 44),
      ("a bearer", "Authorization: Bearer ", 40), ("a JSON web token", "eyJ", 120),
    ].enumerated().map { index, shape in
      let body = Letters(UInt64(1_000 + index)).text(shape.2)
      return PlantedSecret("token of \(shape.0)", .token, shape.1 + body, needles: [body])
    } + [
      PlantedSecret(
        "a secret access key under its name", .token, Letters(1_100).text(40),
        name: "aws_secret_access_key"),
      PlantedSecret("an API key under its name", .token, Letters(1_101).text(32), name: "api-key"),
      PlantedSecret(
        "a storage account", .token,
        "DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=\(Letters(1_102).text(64))==",
        needles: [Letters(1_102).text(64)]),
      PlantedSecret(
        "a DingTalk robot", .token,
        "https://oapi.dingtalk.com/robot/send?access_token=\(Letters(1_103).hexadecimal(64))",
        needles: [Letters(1_103).hexadecimal(64)]),
      PlantedSecret(
        "a WeCom robot", .token,
        "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=\(Letters(1_104).hexadecimal(36))",
        needles: [Letters(1_104).hexadecimal(36)]),
    ]

  private static let hashes: [PlantedSecret] = [
    ("SHA-512 crypt", "$6$\(Letters(1_200).text(16))$\(Letters(1_201).text(86))"),
    ("SHA-256 crypt", "$5$rounds=5000$\(Letters(1_202).text(16))$\(Letters(1_203).text(43))"),
    ("yescrypt", "$y$j9T$\(Letters(1_204).text(22))$\(Letters(1_205).text(43))"),
    ("bcrypt", "$2b$12$\(Letters(1_206).text(53))"),
    ("Apache MD5", "$apr1$\(Letters(1_207).text(8))$\(Letters(1_208).text(22))"),
    (
      "Argon2",
      "$argon2id$v=19$m=65536,t=3,p=4$\(Letters(1_209).text(22))$\(Letters(1_210).text(43))"
    ),
    ("LDAP", "{SSHA}\(Letters(1_211).text(32))"),
    ("MySQL", "*\(Letters(1_212).hexadecimal(40).uppercased())"),
    ("PostgreSQL MD5", "md5\(Letters(1_213).hexadecimal(32))"),
    (
      "PostgreSQL SCRAM",
      "SCRAM-SHA-256$4096:\(Letters(1_214).text(22))$\(Letters(1_215).text(43)):\(Letters(1_216).text(43))"
    ),
  ].map {
    PlantedSecret("hash of \($0.0)", .passwordHash, $0.1, needles: [String($0.1.suffix(20))])
  }

  private static let numbers: [PlantedSecret] = [
    PlantedSecret("an identity card", .identityCard, identityCard("11010519491231002")),
    PlantedSecret("an identity card with X", .identityCard, identityCard("44052418800101001")),
    PlantedSecret("a mobile number", .mobileNumber, "138" + "00138001"),
    PlantedSecret("a UnionPay card", .bankCard, bankCard("622848001234567890")),
    PlantedSecret("a UnionPay card of 16 digits", .bankCard, bankCard("622588012345678")),
    PlantedSecret("a Visa card", .bankCard, bankCard("453201511283036")),
  ]

  // MARK: - Making them

  /// Adds the check character of GB 11643 to 17 digits.
  static func identityCard(_ digits: String) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(digits, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
    return digits + String(Array("10X98765432")[sum % 11])
  }

  /// Adds the check digit of Luhn's formula.
  static func bankCard(_ digits: String) -> String {
    let sum = digits.reversed().enumerated().reduce(0) { sum, item in
      let digit = item.element.wholeNumberValue ?? 0
      return sum + (item.offset % 2 == 1 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2)
    }
    return digits + String((10 - sum % 10) % 10)
  }
}

/// Letters and digits that look like chance and are the same in every run.
struct Letters {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// Letters and digits, the first a letter.
  func text(_ count: Int) -> String {
    draw(count, from: "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789", first: 48)
  }

  /// Hexadecimal digits.
  func hexadecimal(_ count: Int) -> String { draw(count, from: "0123456789abcdef", first: 16) }

  private func draw(_ count: Int, from alphabet: String, first: UInt64) -> String {
    let letters = Array(alphabet)
    var copy = self
    return String(
      (0..<count).map { index in
        copy.state = copy.state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let range = index == 0 ? first : UInt64(letters.count)
        return letters[Int((copy.state >> 33) % range)]
      })
  }
}
