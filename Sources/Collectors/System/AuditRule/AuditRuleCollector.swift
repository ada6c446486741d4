// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
package import EvidenceModel

/// The rules of the kernel's audit, and how its daemon keeps the log.
package struct AuditRuleCollector: Collector {
  package init() {}

  package let description = CollectorDescription(
    id: "audit-rule",
    summary: LocalizedText(
      zh: "审计规则（按 augenrules 合并）、是否锁定、内核中已加载的规则与 auditd 的日志保存设置",
      en: "The audit rules as augenrules puts them together, whether they are locked, those that "
        + "the kernel has loaded, and how auditd keeps its log"),
    output: RecordType(
      name: "audit_rule",
      fields: [
        .required(
          "rules", .list(.record(ruleType)), zh: "下次启动加载的规则，按次序",
          en: "The rules that the next start loads, in order"),
        .required("keys", .list(.string), zh: "规则中的键，去重并排列", en: "The keys of the rules, sorted"),
        .required(
          "paths", .list(.string), zh: "被监视的路径，去重并排列", en: "The watched paths, sorted"),
        .required(
          "is_immutable", .bool, zh: "规则文件是否以 -e 2 锁定至重启",
          en: "Whether -e 2 locks the rules until the next start"),
        .optional(
          "failure_mode", .int, zh: "审计失败时：0 忽略，1 记录，2 停机",
          en: "On failure: 0 silent, 1 print, 2 panic"),
        .optional("backlog_limit", .int, zh: "缓冲的记录数上限", en: "The most records waiting"),
        .required("is_installed", .bool, zh: "是否安装 auditd", en: "Whether auditd is installed"),
        .required(
          "is_enabled", .bool, zh: "auditd 是否随系统启动", en: "Whether auditd starts with the system"),
        .optional(
          "is_active", .bool, zh: "auditd 是否在运行；系统运行时才有",
          en: "Whether auditd runs, where the system runs"),
        .optional(
          "loaded", .list(.string), zh: "内核中的规则（auditctl -l）；以 root 在运行中的系统上才有",
          en: "The rules in the kernel (auditctl -l), as root on a running system"),
        .optional(
          "daemon", .record(AuditDaemonSettings.type), zh: "auditd.conf 的日志设置",
          en: "How auditd.conf has the log kept"),
      ]),
    privileges: LocalizedText(
      zh: "/etc/audit 与内核中的规则只有 root 可读", en: "/etc/audit and the kernel's rules are for root"),
    reads: LocalizedText(
      zh: "/etc/audit/rules.d、audit.rules、auditd.conf、auditd 的单元；以 root 运行时 auditctl -l",
      en: "/etc/audit/rules.d, audit.rules, auditd.conf and auditd's unit; as root auditctl -l"),
    example: [
      "rules": [
        [
          "text": "-w /etc/passwd -p wa -k identity", "kind": "watch", "syscalls": [],
          "fields": [], "keys": ["identity"], "action": "always", "list": "exit",
          "path": "/etc/passwd", "permissions": "wa",
        ]
      ],
      "keys": ["identity"], "paths": ["/etc/passwd"], "is_immutable": true, "backlog_limit": 8192,
      "is_installed": true, "is_enabled": true, "is_active": true,
    ])

  private static let ruleType = RecordType(
    name: "audit_rule_entry",
    fields: [
      .required("text", .string, zh: "规则原文", en: "The rule as written"),
      .required(
        "kind", .string, zh: "watch（监视路径）或 syscall", en: "watch for paths, or syscall"),
      .required("action", .string, zh: "always 或 never", en: "always or never"),
      .required("list", .string, zh: "规则链，如 exit", en: "The list, such as exit"),
      .optional("path", .string, zh: "被监视的文件或目录", en: "The watched file or folder"),
      .optional(
        "permissions", .string, zh: "监视的访问：r、w、x、a", en: "The accesses watched: r, w, x and a"),
      .optional("arch", .string, zh: "体系结构，如 b64", en: "The architecture, such as b64"),
      .required("syscalls", .list(.string), zh: "系统调用", en: "The system calls"),
      .required("fields", .list(.string), zh: "其余条件", en: "The other conditions"),
      .required("keys", .list(.string), zh: "检索键", en: "The keys of its records"),
    ], identifyingField: "text")

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    var reader = HostReader(host)
    let files = try await AuditRuleFiles(&reader)
    let services = try await ServiceStates(reader)
    guard services.hasManager || !files.paths.isEmpty else {
      throw reader.failure(.unsupported, CollectorMessages.noServiceManager)
    }
    var value = EvidenceObject()
    for (index, rule) in files.rules.enumerated() {
      reader.trail.origin(["rules", String(index)], source: rule.source, line: rule.line)
    }
    value["rules"] = .list(files.rules.map(\.evidenceValue))
    value["keys"] = .strings(Set(files.rules.flatMap(\.keys)).sorted())
    value["paths"] = .strings(Set(files.rules.compactMap(\.path)).sorted())
    value["is_immutable"] = .bool(files.switches["-e"]?.value == 2)
    value["failure_mode"] = files.switches["-f"].map { .int($0.value) }
    value["backlog_limit"] = files.switches["-b"].map { .int($0.value) }
    for (field, name) in [("is_immutable", "-e"), ("failure_mode", "-f"), ("backlog_limit", "-b")] {
      guard let entry = files.switches[name] else { continue }
      reader.trail.origin([field], source: entry.source, line: entry.line)
    }
    let state = try await services.state(
      ["auditd.service"], programs: ["auditd"], &reader, path: ["is_enabled"])
    let hasProgram = try await reader.status("/sbin/auditd", followLinks: true) != nil
    value["is_installed"] = .bool(state.isInstalled || hasProgram)
    value["is_enabled"] = .bool(state.isEnabled)
    value["is_active"] = state.isActive.map { .bool($0) }
    value["loaded"] = try await loaded(&reader).map { .strings($0) }
    value["daemon"] = try await AuditDaemonSettings.value(&reader)
    return CollectedEvidence(.object(value), reader.trail)
  }

  /// Returns the rules in the kernel; `nil` where they cannot be asked for.
  private func loaded(_ reader: inout HostReader) async throws(CollectionFailure) -> [String]? {
    guard reader.host.isLive, reader.host.isPrivileged,
      let output = try await reader.runIfPresent(.auditRules), output.exitCode == 0
    else { return nil }
    let lines = output.text.split(separator: "\n").map(String.init)
    return lines == ["No rules"] ? [] : lines
  }
}
