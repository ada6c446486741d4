// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Chronology
import Diagnostics
package import EvidenceModel

/// How long logs are kept: by the journal, by rotation, and as the files on the disk show.
package struct LogRetentionCollector: Collector {
  package init() {}

  package let description = CollectorDescription(
    id: "log-retention",
    summary: LocalizedText(
      zh: "日志留存：journald、rsyslog 与 logrotate 的保存期限，以及磁盘上实有的最早日志",
      en: "How long logs are kept by journald, rsyslog and logrotate, and the oldest on the disk"),
    output: RecordType(
      name: "log_retention",
      fields: [
        .optional(
          "journal", .record(journalType), zh: "systemd 日志；没有时无此字段",
          en: "The systemd journal; missing where there is none"),
        .required(
          "files", .list(.record(fileType)), zh: "rsyslog 写入或 logrotate 轮转的日志",
          en: "The logs that rsyslog writes or logrotate rotates"),
        .required(
          "remotes", .list(.string), zh: "rsyslog 转发的主机", en: "The hosts that rsyslog sends to"),
        .optional(
          "oldest", .timestamp, zh: "系统日志与 systemd 日志中最早的时间",
          en: "The oldest time among the system's logs and the journal"),
      ]),
    privileges: LocalizedText(
      zh: "系统日志目录可能只有 root 或 adm 组可读", en: "Folders of logs may be for root or group adm"),
    reads: LocalizedText(
      zh: "journald.conf、/etc/rsyslog.conf、/etc/rsyslog.d、/etc/logrotate.conf、/etc/logrotate.d，"
        + "以及日志文件的名称与修改时间（不读内容）",
      en:
        "journald.conf, /etc/rsyslog.conf, /etc/rsyslog.d, /etc/logrotate.conf, /etc/logrotate.d, "
        + "and the names and times of log files (not their contents)"),
    example: [
      "journal": [
        "is_persistent": true, "retention": "16416000s", "oldest": "2026-05-02T08:00:00+08:00",
      ],
      "files": [
        [
          "path": "/var/log/syslog", "is_system_log": true, "is_rotated": true,
          "interval": "weekly", "rotations": 27, "retention": "16329600s", "file_count": 28,
          "oldest": "2026-05-18T00:00:11+08:00",
        ]
      ],
      "remotes": ["log.shop.example:6514"], "oldest": "2026-05-02T08:00:00+08:00",
    ])

  private static let journalType = RecordType(
    name: "journal_retention",
    fields: [
      .required("is_persistent", .bool, zh: "是否落盘", en: "Whether entries are on disk"),
      .optional(
        "retention", .duration, zh: "MaxRetentionSec；未设时无此字段，由容量决定",
        en: "MaxRetentionSec; missing when unset, where the size decides"),
      .optional(
        "oldest", .timestamp, zh: "已归档文件中最早一条的时间",
        en: "The time of the first entry of the closed files"),
    ])

  private static let fileType = RecordType(
    name: "log_file",
    fields: [
      .required("path", .string, zh: "路径或通配", en: "The path or pattern"),
      .required(
        "is_system_log", .bool, zh: "是否由 rsyslog 写入", en: "Whether rsyslog writes it"),
      .required("is_rotated", .bool, zh: "是否由 logrotate 轮转", en: "Whether logrotate rotates it"),
      .optional(
        "interval", .string, zh: "hourly、daily、weekly、monthly 或 yearly；只按大小轮转时无此字段",
        en: "hourly, daily, weekly, monthly or yearly; missing where only the size decides"),
      .optional(
        "rotations", .int, zh: "保留份数，负数表示不删", en: "How many are kept; negative when all are"),
      .optional(
        "retention", .duration, zh: "至少保存多久；按大小轮转为 0，从不删除时无此字段",
        en: "How long entries are kept at least: zero where the size decides, missing where "
          + "nothing is ever deleted"),
      .required("file_count", .int, zh: "磁盘上的文件数", en: "How many files are on the disk"),
      .optional(
        "oldest", .timestamp, zh: "最旧一个文件的修改时间", en: "When the oldest file was last written"),
    ], identifyingField: "path")

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    var reader = HostReader(host)
    let journal = try await JournaldSettings(&reader)
    let targets = try await SyslogTargets(&reader)
    let rotation = try await LogRotation(&reader)
    guard journal != nil || targets.exists || rotation.exists else {
      throw reader.failure(.absent, CollectorMessages.noLogs)
    }
    var value = EvidenceObject()
    var oldest: [Instant] = []
    if let journal {
      let first = journal.isPersistent ? try await JournalFiles.oldest(reader) : nil
      first.map { oldest.append($0) }
      value["journal"] = Self.value(journal, oldest: first, &reader)
    }
    var files: [EvidenceValue] = []
    for log in LogFile.all(targets, rotation) {
      let found = try await log.onDisk(reader)
      if log.isSystemLog, let first = found.oldest { oldest.append(first) }
      if let place = log.place {
        reader.trail.origin(["files", String(files.count)], source: place.source, line: place.line)
      }
      files.append(log.value(count: found.count, oldest: found.oldest))
    }
    value["files"] = .list(files)
    for (index, remote) in targets.remotes.enumerated() {
      reader.trail.origin(["remotes", String(index)], source: remote.source, line: remote.line)
    }
    value["remotes"] = .strings(targets.remotes.map(\.target))
    value["oldest"] = oldest.min().map { .string($0.formatted()) }
    return CollectedEvidence(.object(value), reader.trail)
  }

  private static func value(
    _ journal: JournaldSettings, oldest: Instant?, _ reader: inout HostReader
  ) -> EvidenceValue {
    let names = ["storage": "is_persistent", "max_retention_seconds": "retention"]
    for (field, entry) in journal.entries {
      guard let name = names[field] else { continue }
      reader.trail.origin(["journal", name], source: entry.source, line: entry.line)
    }
    var value: EvidenceObject = ["is_persistent": .bool(journal.isPersistent)]
    value["retention"] = journal.maximumRetention.map { .string("\($0)s") }
    value["oldest"] = oldest.map { .string($0.formatted()) }
    return .object(value)
  }
}
