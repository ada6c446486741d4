// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import EvidenceModel

/// How the audit daemon keeps its log, with the defaults of auditd.conf(5) filled in.
enum AuditDaemonSettings {
  /// The type of the value.
  static let type = RecordType(
    name: "audit_daemon",
    fields: [
      .required("log_file", .string, zh: "日志文件", en: "The log file"),
      .required(
        "max_log_file", .int, zh: "单个日志文件上限，MiB", en: "The largest size of one file in MiB"),
      .required(
        "max_log_file_action", .string, zh: "达到上限后：rotate、keep_logs、suspend、syslog 或 ignore",
        en: "What follows at that size: rotate, keep_logs, suspend, syslog or ignore"),
      .required("num_logs", .int, zh: "轮转时保留的文件数", en: "The files kept when rotating"),
      .required(
        "space_left_action", .string, zh: "空间将尽时的动作", en: "What is done when space runs low"),
      .required(
        "admin_space_left_action", .string, zh: "空间极低时的动作",
        en: "What is done when space is nearly gone"),
      .required("disk_full_action", .string, zh: "磁盘写满时的动作", en: "What is done when it is full"),
      .required("disk_error_action", .string, zh: "磁盘出错时的动作", en: "What is done on a disk error"),
      .required("writes_logs", .bool, zh: "是否写入磁盘", en: "Whether records are written to disk"),
    ])

  /// The settings with the values that hold when the file does not have them.
  private static let defaults: [(name: String, value: EvidenceValue)] = [
    ("log_file", "/var/log/audit/audit.log"), ("max_log_file", 0),
    ("max_log_file_action", "ignore"), ("num_logs", 0), ("space_left_action", "ignore"),
    ("admin_space_left_action", "ignore"), ("disk_full_action", "ignore"),
    ("disk_error_action", "syslog"),
  ]

  /// Returns the settings of a host as a value below `daemon`; `nil` when it has no such file.
  static func value(_ reader: inout HostReader) async throws(CollectionFailure) -> EvidenceValue? {
    guard let file = try await reader.textIfPresent("/etc/audit/auditd.conf") else { return nil }
    let lines = SettingLines(file)
    func entry(_ name: String) -> SettingLines.Entry? {
      lines.entries.last { $0.name.lowercased() == name }
    }
    var value = EvidenceObject()
    for (name, standard) in defaults {
      let entry = entry(name)
      value[name] = entry.flatMap { parsed($0.value, like: standard) } ?? standard
      if let entry {
        reader.trail.origin(["daemon", name], source: entry.source, line: entry.line)
      }
    }
    value["writes_logs"] = .bool(entry("write_logs")?.value.lowercased() != "no")
    return .object(value)
  }

  /// Words are the same in capitals and small letters; a path is not.
  private static func parsed(_ text: String, like standard: EvidenceValue) -> EvidenceValue? {
    if case .int = standard { return Int64(text).map { .int($0) } }
    return .string(text.hasPrefix("/") ? text : text.lowercased())
  }
}
