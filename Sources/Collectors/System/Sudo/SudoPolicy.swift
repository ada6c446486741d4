// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// What sudo allows whom, aliases resolved.
struct SudoPolicy {
  /// One command that some users may run.
  struct Rule {
    /// The users; `%` stands before a group and `!` before who is left out.
    var users: [String]
    /// The machines.
    var hosts: [String]
    /// Whom they may become.
    var runAs: [String]
    /// Which groups they may take.
    var runAsGroups: [String]
    /// The command; `!` stands before one that is refused.
    var command: String
    /// The tags such as `NOEXEC`.
    var tags: [String]
    /// Whether no password is asked.
    var isPasswordless: Bool
    /// The line.
    var line: SudoersFile.Line
  }

  /// One `Defaults` setting.
  struct Setting {
    /// The name.
    var name: String
    /// The value; `true` or `false` for a switch.
    var value: String
    /// The sign and the name of whom it is for; empty for all.
    var scope: String
    /// The line.
    var line: SudoersFile.Line
  }

  private static let tags: Set<String> = [
    "PASSWD", "NOPASSWD", "EXEC", "NOEXEC", "SETENV", "NOSETENV", "LOG_INPUT", "NOLOG_INPUT",
    "LOG_OUTPUT", "NOLOG_OUTPUT", "MAIL", "NOMAIL", "FOLLOW", "NOFOLLOW", "INTERCEPT",
    "NOINTERCEPT",
  ]
  private static let digests: Set<String> = ["sha224", "sha256", "sha384", "sha512"]
  private static let aliasKinds = [
    "User_Alias", "Runas_Alias", "Host_Alias", "Cmnd_Alias", "Cmd_Alias",
  ]
  /// Aliases of aliases grow without end; no person writes more.
  private static let expansionLimit = 10_000

  /// The rules in the order of the file; of those that match, sudo takes the last.
  private(set) var rules: [Rule] = []
  /// The settings in the order of the file.
  private(set) var settings: [Setting] = []
  private var aliases: [String: [String]] = [:]
  private var expansions = 0

  /// Reads the lines of sudoers; an alias may be used before it is defined.
  init(_ lines: [SudoersFile.Line]) {
    for line in lines {
      if let kind = Self.aliasKinds.first(where: { line.text.hasPrefix($0) }) {
        for definition in Self.specifications(String(line.text.dropFirst(kind.count))) {
          let parts = SudoersScanner.split(definition, at: "=", limit: 2)
          if parts.count == 2 { aliases[parts[0]] = SudoersScanner.list(parts[1]) }
        }
      } else if line.text.hasPrefix("Defaults") {
        addSettings(line)
      }
    }
    for line in lines
    where !line.text.hasPrefix("Defaults") && !Self.aliasKinds.contains(where: line.text.hasPrefix)
    { addRules(line) }
  }

  // MARK: - Defaults

  private mutating func addSettings(_ line: SudoersFile.Line) {
    let rest = line.text.dropFirst("Defaults".count)
    let scope = rest.prefix { $0 != " " && $0 != "\t" }
    for item in SudoersScanner.split(String(rest.dropFirst(scope.count)), at: ",") {
      let parts = SudoersScanner.split(item, at: "=", limit: 2)
      let isOff = parts[0].hasPrefix("!")
      let name = parts[0].drop { $0 == "!" }.filter { !"+- \t".contains($0) }
      guard !name.isEmpty else { continue }
      let value = parts.count > 1 ? SudoersScanner.unquoted(parts[1]) : isOff ? "false" : "true"
      settings.append(Setting(name: name, value: value, scope: String(scope), line: line))
    }
  }

  /// The settings for all, the last of each name.
  var globalSettings: [String: Setting] {
    Dictionary(settings.filter(\.scope.isEmpty).map { ($0.name, $0) }) { _, last in last }
  }

  /// Whether the settings spare some users the password.
  private func isSpared(_ users: [String]) -> Bool {
    let matching = settings.filter { setting in
      setting.name == "authenticate"
        && (setting.scope.isEmpty || users.contains { ":\($0)" == setting.scope })
    }
    return matching.last?.value == "false"
  }

  // MARK: - Rules

  /// Reads `users hosts = commands : hosts = commands`.
  private mutating func addRules(_ line: SudoersFile.Line) {
    var parts = Self.specifications(line.text)
    guard let first = parts.first,
      let sides = Optional(SudoersScanner.split(first, at: "=", limit: 2)), sides.count == 2
    else { return }
    // Spaces around commas belong to the lists; the one that is left parts users from hosts.
    let compact = SudoersScanner.split(sides[0], at: ",").joined(separator: ",")
    let lists = Self.words(compact)
    guard lists.count == 2 else { return }
    let users = expand(SudoersScanner.list(lists[0]))
    parts[0] = "\(lists[1]) = \(sides[1])"
    for part in parts {
      let sides = SudoersScanner.split(part, at: "=", limit: 2)
      guard sides.count == 2 else { continue }
      addCommands(sides[1], users, expand(SudoersScanner.list(sides[0])), line)
    }
  }

  /// Splits at colons that end neither a tag nor the name of a digest.
  private static func specifications(_ text: String) -> [String] {
    var parts: [String] = []
    for part in SudoersScanner.split(text, at: ":") {
      let word = parts.last?.split { " \t,=)".contains($0) }.last.map(String.init) ?? ""
      if tags.contains(word), let last = parts.popLast() {
        parts.append("\(last): \(part)")
      } else if digests.contains(word), let last = parts.popLast() {
        parts.append("\(last):\(part)")
      } else {
        parts.append(part)
      }
    }
    return parts
  }

  /// Splits at spaces outside of quotes and escapes.
  private static func words(_ text: String) -> [String] {
    SudoersScanner.split(text.replacing("\t", with: " "), at: " ").filter { !$0.isEmpty }
  }

  /// Reads `(users:groups) TAG: command, command`; what is said of one holds for those behind it.
  private mutating func addCommands(
    _ text: String, _ users: [String], _ hosts: [String], _ line: SudoersFile.Line
  ) {
    var (runAs, groups): ([String], [String]) = (["root"], [])
    var tags: [String] = []
    for item in SudoersScanner.split(text, at: ",") {
      var rest = item[...]
      if rest.hasPrefix("("), let end = rest.firstIndex(of: ")") {
        let inside = rest[rest.index(after: rest.startIndex)..<end].split(
          separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        runAs = expand(SudoersScanner.list(inside.first ?? ""))
        groups = inside.count > 1 ? expand(SudoersScanner.list(inside[1])) : []
        // `(:group)` keeps the user.
        if runAs.isEmpty { runAs = groups.isEmpty ? ["root"] : users }
        rest = rest[rest.index(after: end)...]
      }
      rest = rest.drop { $0 == " " || $0 == "\t" }
      Self.takeTags(&rest, &tags)
      let isPasswordless =
        tags.contains("NOPASSWD") || !tags.contains("PASSWD") && isSpared(users)
      for command in expand([String(rest)]) where !command.isEmpty {
        rules.append(
          Rule(
            users: users, hosts: hosts, runAs: runAs, runAsGroups: groups, command: command,
            tags: tags.filter { $0 != "PASSWD" && $0 != "NOPASSWD" },
            isPasswordless: isPasswordless, line: line))
      }
    }
  }

  /// Takes `TAG:` and `OPTION=value` off the front of a command.
  private static func takeTags(_ rest: inout Substring, _ tags: inout [String]) {
    while true {
      let word = rest.prefix { $0.isUppercase || $0 == "_" }
      let after = rest.dropFirst(word.count).drop { $0 == " " }
      if Self.tags.contains(String(word)), after.first == ":" {
        let opposite = word.hasPrefix("NO") ? String(word.dropFirst(2)) : "NO\(word)"
        tags.removeAll { $0 == opposite || $0 == word }
        tags.append(String(word))
        rest = after.dropFirst()
      } else if !word.isEmpty, after.first == "=" {
        rest = after.drop { $0 != " " && $0 != "\t" }
      } else {
        return
      }
      rest = rest.drop { $0 == " " || $0 == "\t" }
    }
  }

  /// Returns a list with the members of aliases in place of their names; `!` passes on to them.
  private mutating func expand(_ names: [String], depth: Int = 0) -> [String] {
    var expanded: [String] = []
    for name in names {
      let bare = String(name.drop { $0 == "!" || $0 == " " })
      let isNegated = name.prefix { $0 == "!" }.count % 2 == 1
      expansions += 1
      guard let members = aliases[bare], depth < 16, expansions < Self.expansionLimit else {
        expanded.append(isNegated ? "!\(bare)" : bare)
        continue
      }
      for member in expand(members, depth: depth + 1) {
        let isTwice = isNegated && member.hasPrefix("!")
        expanded.append(isTwice ? String(member.dropFirst()) : isNegated ? "!\(member)" : member)
      }
    }
    return expanded
  }
}
