// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
package import EvidenceModel

/// Who may do what with sudo.
package struct SudoCollector: Collector {
  package init() {}

  package let description = CollectorDescription(
    id: "sudo",
    summary: LocalizedText(
      zh: "sudo 授权规则（含包含文件，别名已展开）与 Defaults 设置",
      en: "The rules of sudo with included files and aliases resolved, and its settings"),
    output: RecordType(
      name: "sudo",
      fields: [
        .required(
          "rules", .list(.record(ruleType)), zh: "每条命令一项，按次序；多项匹配时最后一项生效",
          en: "One entry for each command in order; of those that match the last holds"),
        .required(
          "full_access", .list(.string), zh: "可以任何用户身份或 root 运行任何命令的用户与组",
          en: "The users and groups who may run anything as anyone or as root"),
        .required(
          "passwordless", .list(.string), zh: "至少一条命令免口令的用户与组",
          en: "The users and groups whom some command asks for no password"),
        .required(
          "defaults", .map(.string, .string), zh: "对所有人生效的 Defaults；开关为 true 或 false",
          en: "The Defaults for all; switches are true or false"),
        .required(
          "scoped_defaults", .list(.string), zh: "只对部分用户、主机或命令生效的 Defaults",
          en: "The Defaults for some users, machines or commands"),
      ]),
    privileges: LocalizedText(zh: "/etc/sudoers 只有 root 可读", en: "/etc/sudoers is for root only"),
    reads: LocalizedText(
      zh: "/etc/sudoers 及其包含的文件", en: "/etc/sudoers and the files that it includes"),
    example: [
      "rules": [
        [
          "users": ["%wheel"], "hosts": ["ALL"], "run_as": ["ALL"], "run_as_groups": [],
          "command": "ALL", "tags": [], "is_passwordless": false, "is_denied": false,
        ]
      ],
      "full_access": ["%wheel"], "passwordless": [],
      "defaults": ["use_pty": "true", "logfile": "/var/log/sudo.log"], "scoped_defaults": [],
    ])

  private static let ruleType = RecordType(
    name: "sudo_rule",
    fields: [
      .required(
        "users", .list(.string), zh: "用户；% 表示组，# 表示编号，! 表示排除",
        en: "The users; % is for groups, # for numbers, ! for who is left out"),
      .required("hosts", .list(.string), zh: "主机", en: "The machines"),
      .required("run_as", .list(.string), zh: "可成为的用户", en: "Whom they may become"),
      .required("run_as_groups", .list(.string), zh: "可取得的组", en: "Which groups they may take"),
      .required("command", .string, zh: "命令；ALL 为任何命令", en: "The command; ALL is any"),
      .required("tags", .list(.string), zh: "标签，如 NOEXEC", en: "The tags, such as NOEXEC"),
      .required("is_passwordless", .bool, zh: "是否免口令", en: "Whether no password is asked"),
      .required("is_denied", .bool, zh: "是否以 ! 禁止该命令", en: "Whether ! refuses the command"),
    ], identifyingField: "command")

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    var reader = HostReader(host)
    let file = try await reader.text("/etc/sudoers")
    let policy = SudoPolicy(try await SudoersFile(file, &reader).lines)
    for (index, rule) in policy.rules.enumerated() {
      reader.trail.origin(
        ["rules", String(index)], source: rule.line.source, line: rule.line.number)
      if CommandSecrets.isSecret(line: rule.command) {
        reader.trail.secretPaths.insert(["rules", String(index), "command"])
      }
    }
    let settings = policy.globalSettings
    var defaults = EvidenceObject()
    for (name, setting) in settings.sorted(by: { $0.key < $1.key }) {
      defaults[name] = .string(setting.value)
      reader.trail.origin(
        ["defaults", name], source: setting.line.source, line: setting.line.number)
    }
    let full = policy.rules.filter { rule in
      rule.command == "ALL" && rule.hosts.contains("ALL")
        && (rule.runAs.contains("ALL") || rule.runAs.contains("root"))
    }
    let spared = policy.rules.filter { $0.isPasswordless && !$0.command.hasPrefix("!") }
    return CollectedEvidence(
      [
        "rules": .list(policy.rules.map(Self.value)), "full_access": Self.users(full),
        "passwordless": Self.users(spared), "defaults": .object(defaults),
        "scoped_defaults": .strings(
          policy.settings.filter { !$0.scope.isEmpty }.map { "\($0.scope) \($0.name)=\($0.value)" }),
      ], reader.trail)
  }

  private static func users(_ rules: [SudoPolicy.Rule]) -> EvidenceValue {
    .strings(Set(rules.flatMap(\.users).filter { !$0.hasPrefix("!") }).sorted())
  }

  private static func value(_ rule: SudoPolicy.Rule) -> EvidenceValue {
    let isDenied = rule.command.hasPrefix("!")
    return [
      "users": .strings(rule.users), "hosts": .strings(rule.hosts),
      "run_as": .strings(rule.runAs), "run_as_groups": .strings(rule.runAsGroups),
      "command": .string(isDenied ? String(rule.command.dropFirst()) : rule.command),
      "tags": .strings(rule.tags), "is_passwordless": .bool(rule.isPasswordless),
      "is_denied": .bool(isDenied),
    ]
  }
}
