// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
package import EvidenceModel

/// The users and groups in the files of a machine; of passwords their state only, never a hash.
package struct AccountCollector: Collector {
  package init() {}

  package let description = CollectorDescription(
    id: "account",
    summary: LocalizedText(
      zh: "本地用户与组；口令只取状态与期限，不取散列",
      en: "The local users and groups; of passwords state and ageing, never the hash"),
    arguments: [
      ArgumentDescription(
        "passwords", .boolean, default: false, zh: "是否读取口令状态（需要 root）",
        en: "Whether the state of passwords is read, which needs root")
    ],
    output: RecordType(
      name: "account",
      fields: [
        .required(
          "users", .list(.record(userType)), zh: "按文件次序的用户",
          en: "The users in the order of the file"),
        .required(
          "groups", .list(.record(groupType)), zh: "按文件次序的组",
          en: "The groups in the order of the file"),
      ]),
    privileges: LocalizedText(zh: "口令状态需要 root", en: "The state of passwords needs root"),
    reads: LocalizedText(
      zh: "/etc/passwd、/etc/group、/etc/login.defs；passwords 为真时 /etc/shadow",
      en: "/etc/passwd, /etc/group and /etc/login.defs; with passwords, /etc/shadow"),
    exampleArguments: ["passwords": true],
    example: [
      "users": [
        [
          "name": "web", "uid": 1_000, "gid": 1_000, "home": "/home/web", "shell": "/bin/bash",
          "groups": ["web", "sudo"], "can_log_in": true, "is_system": false, "password": "set",
          "hash_algorithm": "yescrypt", "last_changed": "2026-01-10T08:00:00+08:00",
          "maximum_days": 90,
        ]
      ],
      "groups": [["name": "sudo", "gid": 27, "members": ["web"]]],
    ])

  private static let userType = RecordType(
    name: "account_user",
    fields: [
      .required("name", .string, zh: "用户名", en: "The name of the user"),
      .required("uid", .int, zh: "用户编号", en: "The number of the user"),
      .required("gid", .int, zh: "主组编号", en: "The number of the primary group"),
      .required("home", .string, zh: "主目录", en: "The home folder"),
      .required("shell", .string, zh: "登录程序", en: "The login program"),
      .required("groups", .list(.string), zh: "所属的组，主组在前", en: "The groups, the primary one first"),
      .required(
        "can_log_in", .bool, zh: "登录程序是否允许登录", en: "Whether the login program lets the user in"),
      .required(
        "is_system", .bool, zh: "编号是否属于系统账户（小于 UID_MIN，或 65534）",
        en: "Whether the number is that of a system account: below UID_MIN, or 65534"),
      .optional(
        "password", .string, zh: "口令状态：set、empty、locked、disabled（不能以口令登录）",
        en: "The state of the password: set, empty, locked or disabled (never usable)"),
      .optional("hash_algorithm", .string, zh: "口令散列算法", en: "The algorithm of the hash"),
      .optional("last_changed", .timestamp, zh: "口令最后修改日", en: "The day of the last change"),
      .optional("minimum_days", .int, zh: "两次修改的最短天数", en: "The fewest days between changes"),
      .optional("maximum_days", .int, zh: "口令的最长天数", en: "The most days that the password holds"),
      .optional("warning_days", .int, zh: "到期前提醒的天数", en: "The days of warning before it ends"),
      .optional(
        "inactive_days", .int, zh: "到期后仍可登录的天数", en: "The days it still works after its end"),
      .optional("expires", .timestamp, zh: "账户失效日", en: "The day on which the account ends"),
    ], identifyingField: "name")

  private static let groupType = RecordType(
    name: "account_group",
    fields: [
      .required("name", .string, zh: "组名", en: "The name of the group"),
      .required("gid", .int, zh: "组编号", en: "The number of the group"),
      .required(
        "members", .list(.string), zh: "以此为附加组的用户", en: "The users who have it as a further group"),
    ], identifyingField: "name")

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    var reader = HostReader(host)
    let passwd = try await reader.text("/etc/passwd")
    let group = try await reader.textIfPresent("/etc/group")
    let defaults = try? await host.readIfPresent("/etc/login.defs")
    let firstUser = Self.firstUser(defaults?.text ?? "")
    var shadow: TextFile?
    if arguments.flag("passwords") { shadow = try await reader.text("/etc/shadow") }

    let groups = (group?.lines ?? []).compactMap { AccountGroup($0.text, line: $0.number) }
    let secrets = (shadow?.lines ?? []).compactMap { ShadowEntry($0.text, line: $0.number) }
    let entries = Dictionary(secrets.map { ($0.name, $0) }) { first, _ in first }
    var users: [EvidenceValue] = []
    for (number, line) in passwd.lines {
      guard let user = AccountUser(line) else { continue }
      let path = ["users", String(users.count)]
      reader.trail.origin(path, source: passwd.source, line: number)
      var value = user.evidenceValue(groups: groups, firstUser: firstUser)
      if let shadow {
        let entry = entries[user.name]
        // A hash in passwd itself counts, and `x` sends to shadow.
        let state = user.password == "x" ? entry?.state : PasswordState(user.password)
        state?.add(to: &value)
        entry?.addAging(to: &value)
        for field in ShadowEntry.fields where value[field] != nil && entry != nil {
          reader.trail.origin(path + [field], source: shadow.source, line: entry?.line)
        }
      }
      users.append(.object(value))
    }
    for (index, entry) in groups.enumerated() {
      reader.trail.origin(
        ["groups", String(index)], source: group?.source ?? 0, line: entry.line)
    }
    return CollectedEvidence(
      ["users": .list(users), "groups": .list(groups.map(\.evidenceValue))], reader.trail)
  }

  /// Returns the number of the first account of a person, 1000 unless login.defs says otherwise.
  private static func firstUser(_ defaults: String) -> Int64 {
    for line in defaults.split(whereSeparator: \.isNewline) {
      let words = line.split { $0 == " " || $0 == "\t" }
      if words.count >= 2, words[0] == "UID_MIN", let number = Int64(words[1]) { return number }
    }
    return 1_000
  }
}
