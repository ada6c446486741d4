// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// The algorithms that OpenSSH knows, of one kind.
struct SSHDAlgorithms: Sendable {
  /// What is offered when nothing is set.
  let defaults: [String]
  /// All that a list can name, in OpenSSH's order.
  let all: [String]
  /// Other names that a list can hold without effect.
  var silent: [String] = []
  /// Whether a list can hold patterns.
  var allowsPatterns = false

  /// Whether OpenSSH takes a list of names, with or without a sign in front.
  func accepts(_ text: String) -> Bool {
    // What is taken away is never checked.
    if text.first == "-" { return true }
    let names = text.first == "+" || text.first == "^" ? text.dropFirst() : text[...]
    let parts = names.split(separator: ",", omittingEmptySubsequences: false)
    // OpenSSH stops at the first empty name.
    guard !names.isEmpty, parts.prefix(while: { !$0.isEmpty }).allSatisfy({ isKnown(String($0)) })
    else { return false }
    return !parts.contains { $0.hasPrefix("!") } && !effect(of: text).isEmpty
  }

  private func isKnown(_ name: String) -> Bool {
    all.contains(name) || silent.contains { name.lowercased() == $0 || isExchange(name, $0) }
      || (allowsPatterns && all.contains { Self.matches($0, name) })
  }

  /// Whether a name matches a pattern, in which `*` stands for any text and `?` for any letter.
  private static func matches(_ name: String, _ pattern: String) -> Bool {
    let (name, pattern) = (Array(name.utf8), Array(pattern.utf8))
    var (letter, sign) = (0, 0)
    // Where to go on when the text that the last star stands for must be longer.
    var star: (letter: Int, sign: Int)?
    while letter < name.count {
      if sign < pattern.count, pattern[sign] == UInt8(ascii: "*") {
        sign += 1
        star = (letter, sign)
      } else if sign < pattern.count,
        pattern[sign] == UInt8(ascii: "?") || pattern[sign] == name[letter]
      {
        letter += 1
        sign += 1
      } else if let last = star {
        letter = last.letter + 1
        sign = last.sign
        star = (letter, sign)
      } else {
        return false
      }
    }
    return pattern[sign...].allSatisfy { $0 == UInt8(ascii: "*") }
  }

  /// Whether a name is a GSSAPI key exchange, which ends with the name of a mechanism.
  private func isExchange(_ name: String, _ prefix: String) -> Bool {
    prefix.hasPrefix("gss-") && name.hasPrefix(prefix)
  }

  /// Returns the algorithms that a list makes of the defaults.
  func effect(of text: String) -> [String] {
    let sign = text.first
    let isChange = sign == "+" || sign == "-" || sign == "^"
    let names = (isChange ? text.dropFirst() : text[...]).split(separator: ",").map(String.init)
    let wanted: [String]
    switch sign {
    case "-":
      let left = defaults.filter { name in !names.contains { Self.matches(name, $0) } }
      // An empty list counts as one that is not set.
      return left.isEmpty ? defaults : left
    case "+": wanted = defaults + names
    case "^": wanted = names + defaults
    default: wanted = names
    }
    var effect: [String] = []
    for name in wanted {
      for algorithm in all where !effect.contains(algorithm) {
        if algorithm == name || (allowsPatterns && Self.matches(algorithm, name)) {
          effect.append(algorithm)
        }
      }
    }
    return effect
  }
}

extension SSHDAlgorithms {
  static let ciphers = SSHDAlgorithms(
    defaults: [
      "chacha20-poly1305@openssh.com", "aes128-ctr", "aes192-ctr", "aes256-ctr",
      "aes128-gcm@openssh.com", "aes256-gcm@openssh.com",
    ],
    all: [
      "3des-cbc", "aes128-cbc", "aes192-cbc", "aes256-cbc", "aes128-ctr", "aes192-ctr",
      "aes256-ctr", "aes128-gcm@openssh.com", "aes256-gcm@openssh.com",
      "chacha20-poly1305@openssh.com",
    ])

  static let macs = SSHDAlgorithms(
    defaults: [
      "umac-64-etm@openssh.com", "umac-128-etm@openssh.com", "hmac-sha2-256-etm@openssh.com",
      "hmac-sha2-512-etm@openssh.com", "hmac-sha1-etm@openssh.com", "umac-64@openssh.com",
      "umac-128@openssh.com", "hmac-sha2-256", "hmac-sha2-512", "hmac-sha1",
    ],
    all: [
      "hmac-sha1", "hmac-sha1-96", "hmac-sha2-256", "hmac-sha2-512", "hmac-md5", "hmac-md5-96",
      "umac-64@openssh.com", "umac-128@openssh.com", "hmac-sha1-etm@openssh.com",
      "hmac-sha1-96-etm@openssh.com", "hmac-sha2-256-etm@openssh.com",
      "hmac-sha2-512-etm@openssh.com", "hmac-md5-etm@openssh.com", "hmac-md5-96-etm@openssh.com",
      "umac-64-etm@openssh.com", "umac-128-etm@openssh.com",
    ])

  static let keyExchanges = SSHDAlgorithms(
    defaults: [
      "sntrup761x25519-sha512", "sntrup761x25519-sha512@openssh.com", "curve25519-sha256",
      "curve25519-sha256@libssh.org", "ecdh-sha2-nistp256", "ecdh-sha2-nistp384",
      "ecdh-sha2-nistp521", "diffie-hellman-group-exchange-sha256",
      "diffie-hellman-group16-sha512", "diffie-hellman-group18-sha512",
      "diffie-hellman-group14-sha256",
    ],
    all: [
      "diffie-hellman-group1-sha1", "diffie-hellman-group14-sha1", "diffie-hellman-group14-sha256",
      "diffie-hellman-group16-sha512", "diffie-hellman-group18-sha512",
      "diffie-hellman-group-exchange-sha1", "diffie-hellman-group-exchange-sha256",
      "ecdh-sha2-nistp256", "ecdh-sha2-nistp384", "ecdh-sha2-nistp521", "curve25519-sha256",
      "curve25519-sha256@libssh.org", "sntrup761x25519-sha512",
      "sntrup761x25519-sha512@openssh.com", "mlkem768x25519-sha256",
    ],
    silent: gssapiExchanges)

  /// The key exchanges of GSSAPI, which have a list of their own.
  static let gssapiExchanges = [
    "gss-gex-sha1-", "gss-group1-sha1-", "gss-group14-sha1-", "gss-group14-sha256-",
    "gss-group16-sha512-", "gss-nistp256-sha256-", "gss-curve25519-sha256-",
  ]

  static let keys = SSHDAlgorithms(
    defaults: [
      "ssh-ed25519-cert-v01@openssh.com", "ecdsa-sha2-nistp256-cert-v01@openssh.com",
      "ecdsa-sha2-nistp384-cert-v01@openssh.com", "ecdsa-sha2-nistp521-cert-v01@openssh.com",
      "sk-ssh-ed25519-cert-v01@openssh.com", "sk-ecdsa-sha2-nistp256-cert-v01@openssh.com",
      "rsa-sha2-512-cert-v01@openssh.com", "rsa-sha2-256-cert-v01@openssh.com", "ssh-ed25519",
      "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521",
      "sk-ssh-ed25519@openssh.com", "sk-ecdsa-sha2-nistp256@openssh.com", "rsa-sha2-512",
      "rsa-sha2-256",
    ],
    all: [
      "ssh-ed25519", "ssh-ed25519-cert-v01@openssh.com", "sk-ssh-ed25519@openssh.com",
      "sk-ssh-ed25519-cert-v01@openssh.com", "ecdsa-sha2-nistp256",
      "ecdsa-sha2-nistp256-cert-v01@openssh.com", "ecdsa-sha2-nistp384",
      "ecdsa-sha2-nistp384-cert-v01@openssh.com", "ecdsa-sha2-nistp521",
      "ecdsa-sha2-nistp521-cert-v01@openssh.com", "sk-ecdsa-sha2-nistp256@openssh.com",
      "sk-ecdsa-sha2-nistp256-cert-v01@openssh.com",
      "webauthn-sk-ecdsa-sha2-nistp256@openssh.com", "ssh-dss", "ssh-dss-cert-v01@openssh.com",
      "ssh-rsa", "ssh-rsa-cert-v01@openssh.com", "rsa-sha2-256",
      "rsa-sha2-256-cert-v01@openssh.com", "rsa-sha2-512", "rsa-sha2-512-cert-v01@openssh.com",
    ],
    silent: ["ed25519", "ed25519-sk", "ecdsa", "ecdsa-sk", "dsa", "rsa"], allowsPatterns: true)

  /// The algorithms with which authorities can sign certificates.
  static let signatures = SSHDAlgorithms(
    defaults: [
      "ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521",
      "sk-ssh-ed25519@openssh.com", "sk-ecdsa-sha2-nistp256@openssh.com", "rsa-sha2-512",
      "rsa-sha2-256",
    ],
    all: keys.all.filter { !$0.contains("-cert-") }, silent: keys.silent + keys.all,
    allowsPatterns: true)
}
