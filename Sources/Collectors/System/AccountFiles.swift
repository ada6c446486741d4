// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Chronology
import EvidenceModel

/// One user of `/etc/passwd`.
struct AccountUser {
  /// The name.
  let name: String
  /// The second field: `x` when the password stands in shadow.
  let password: String
  private let uid: Int64
  private let gid: Int64
  private let home: String
  private let shell: String

  /// Reads a line; `nil` for one that the C library passes over.
  init?(_ line: String) {
    let fields = line.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard fields.count >= 7, !fields[0].isEmpty, !fields[0].hasPrefix("+"),
      !fields[0].hasPrefix("#"), let uid = Int64(fields[2]), let gid = Int64(fields[3])
    else { return nil }
    name = fields[0]
    password = fields[1]
    self.uid = uid
    self.gid = gid
    home = fields[5]
    shell = fields[6]
  }

  /// Programs that let nobody in.
  private static let closedShells: Set<String> = [
    "nologin", "false", "true", "sync", "halt", "shutdown",
  ]

  /// The user as a value, without the password.
  func evidenceValue(groups: [AccountGroup], firstUser: Int64) -> EvidenceObject {
    let primary = groups.filter { $0.gid == gid }.map(\.name)
    let others = groups.filter { $0.members.contains(name) && $0.gid != gid }.map(\.name)
    let program = shell.split(separator: "/").last.map(String.init) ?? "sh"
    return [
      "name": .string(name), "uid": .int(uid), "gid": .int(gid), "home": .string(home),
      "shell": .string(shell), "groups": .strings(primary + others),
      "can_log_in": .bool(!Self.closedShells.contains(program)),
      "is_system": .bool(uid < firstUser || uid == 65_534),
    ]
  }
}

/// One group of `/etc/group`.
struct AccountGroup {
  /// The name.
  let name: String
  /// The number.
  let gid: Int64
  /// The users who have it as a further group.
  let members: [String]
  /// The line in the file.
  let line: Int

  /// Reads a line; `nil` for one that the C library passes over.
  init?(_ text: String, line: Int) {
    let fields = text.split(separator: ":", omittingEmptySubsequences: false)
    guard fields.count >= 4, !fields[0].isEmpty, fields[0].first != "+", let gid = Int64(fields[2])
    else { return nil }
    name = String(fields[0])
    self.gid = gid
    members = fields[3].split(separator: ",").map(String.init)
    self.line = line
  }

  /// The group as a value.
  var evidenceValue: EvidenceValue {
    ["name": .string(name), "gid": .int(gid), "members": .strings(members)]
  }
}

/// What a password field allows, without the hash in it.
struct PasswordState: Equatable {
  private let word: String
  private let algorithm: String?

  /// The algorithms of crypt(5) by their prefixes; `sm3` is that of GB/T 32905.
  private static let algorithms = [
    "1": "md5", "2": "bcrypt", "2a": "bcrypt", "2b": "bcrypt", "2x": "bcrypt", "2y": "bcrypt",
    "5": "sha256", "6": "sha512", "7": "scrypt", "y": "yescrypt", "gy": "gost-yescrypt",
    "sm3": "sm3crypt", "sha1": "sha1crypt", "md5": "sunmd5", "3": "nt",
  ]

  /// Reads the second field of shadow.
  init(_ field: String) {
    let hash = field.drop { $0 == "!" || $0 == "*" }
    if field.isEmpty {
      word = "empty"
    } else if field.hasPrefix("!") {
      word = field.hasPrefix("!*") ? "disabled" : "locked"
    } else if field.hasPrefix("*") || field == "x" || field.utf8.count < 13 {
      // No method of crypt(5) gives fewer than 13 characters, so such a field matches no password.
      word = "disabled"
    } else {
      word = "set"
    }
    let method = hash.split(separator: "$").first.map(String.init) ?? ""
    let isModular = hash.hasPrefix("$")
    algorithm =
      isModular ? Self.algorithms[method] ?? "other" : hash.utf8.count >= 13 ? "des" : nil
  }

  /// Adds the state to a user.
  func add(to user: inout EvidenceObject) {
    user["password"] = .string(word)
    user["hash_algorithm"] = algorithm.map { .string($0) }
  }
}

/// One user of `/etc/shadow`.
struct ShadowEntry {
  /// The fields of a user that come from shadow.
  static let fields = [
    "password", "hash_algorithm", "last_changed", "minimum_days", "maximum_days", "warning_days",
    "inactive_days", "expires",
  ]

  /// The name.
  let name: String
  /// What the password allows.
  let state: PasswordState
  /// The line in the file.
  let line: Int
  private let numbers: [Int64?]

  /// Reads a line; `nil` for one that the C library passes over.
  init?(_ text: String, line: Int) {
    let fields = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard fields.count >= 2, !fields[0].isEmpty, !fields[0].hasPrefix("+") else { return nil }
    name = fields[0]
    state = PasswordState(fields[1])
    self.line = line
    numbers = (2..<8).map { $0 < fields.count ? Int64(fields[$0]) : nil }
  }

  /// Adds the ageing of the password to a user; fields without a number are left out.
  func addAging(to user: inout EvidenceObject) {
    user["last_changed"] = numbers[0].flatMap(Self.day)
    user["minimum_days"] = numbers[1].map { .int($0) }
    user["maximum_days"] = numbers[2].map { .int($0) }
    user["warning_days"] = numbers[3].map { .int($0) }
    user["inactive_days"] = numbers[4].map { .int($0) }
    user["expires"] = numbers[5].flatMap(Self.day)
  }

  /// Returns the start of a day counted from 1970-01-01 UTC; `nil` when no calendar shows it.
  private static func day(_ number: Int64) -> EvidenceValue? {
    guard (0...2_900_000).contains(number) else { return nil }
    return .string(Instant(seconds: number * 86_400).formatted())
  }
}
