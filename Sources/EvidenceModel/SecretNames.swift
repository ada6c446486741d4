// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Knows from its name whether a setting holds a secret.
package enum SecretNames {
  /// How the names of settings end that hold a password, in lower case without `-`, `_` and `.`.
  private static let passwordEndings = [
    "password", "passwd", "passphrase", "pwd", "requirepass", "masterauth", "bindpw", "rootpw",
    "authpass", "authtok", "userpassword", "密码", "口令",
  ]

  /// How the names of settings end that hold another secret.
  private static let tokenEndings = [
    "secret", "token", "apikey", "secretkey", "accesskey", "accesskeyid", "privatekey",
    "credential", "credentials", "presharedkey", "rocommunity", "rwcommunity", "clientkeydata",
    "accountkey", "sharedaccesskey", "signingkey", "encryptionkey", "secretid", "authkey",
    "encryptkey", "aeskey", "密钥", "令牌",
  ]

  /// Values that say what is done with a secret instead of giving it.
  private static let harmlessValues: Set<String> = [
    "", "yes", "no", "true", "false", "on", "off", "none", "null", "0", "1", "-1", "*", "x", "!",
    "!!", "locked", "empty", "set", "disabled", "enabled", "prompt", "required", "requisite",
    "sufficient", "optional", "include", "substack", "md5", "sha256", "sha512", "scram-sha-256",
    "yescrypt", "files", "systemd", "sss", "files systemd", "files sss",
    "已设置", "未设置", "启用", "停用", "是", "否", "无",
  ]

  /// Returns what a setting of this name holds, or `nil` when it is no secret.
  package static func kind(of name: String) -> Redaction.Kind? {
    kind(of: Array(name.utf8.suffix(64)))
  }

  /// Returns what a setting of this name holds, or `nil` when it is no secret.
  static func kind(of name: some Sequence<UInt8>) -> Redaction.Kind? {
    let letters = name.compactMap { byte -> UInt8? in
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): nil
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
      default: byte
      }
    }
    if letters.elementsEqual("pass".utf8) || letters.elementsEqual("psk".utf8) { return .password }
    if passwordEndings.contains(where: { letters.ends(with: $0) }) { return .password }
    return tokenEndings.contains { letters.ends(with: $0) } ? .token : nil
  }

  /// How the names of fields end that say where a secret is instead of giving it.
  private static let referenceEndings = ["name", "ref", "namespace", "path", "file", "version"]

  /// Whether a field within something secret, such as `secretName`, only says where it is.
  static func isReference(_ name: String) -> Bool {
    let name = name.lowercased()
    return referenceEndings.contains { name.hasSuffix($0) }
  }

  /// Whether a value under the name of a secret gives nothing away.
  package static func isHarmless(_ value: String) -> Bool {
    harmlessValues.contains(value.lowercased()) || isVariable(value)
  }

  /// Whether a value is the name of a variable, `${NAME}` or `$NAME`, that gives the secret.
  private static func isVariable(_ value: String) -> Bool {
    guard value.utf8.first == UInt8(ascii: "$") else { return false }
    var name = value.utf8.dropFirst()
    if name.first == UInt8(ascii: "{"), name.last == UInt8(ascii: "}") {
      name = name.dropFirst().dropLast()
    }
    return !name.isEmpty
      && name.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: false
        }
      }
  }
}

extension [UInt8] {
  fileprivate func ends(with ending: String) -> Bool {
    suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }
}
