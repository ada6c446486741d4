// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
package import EvidenceModel

/// The settings of the systemd journal in force.
package struct JournaldCollector: Collector {
  package init() {}

  package let description = CollectorDescription(
    id: "journald",
    summary: LocalizedText(
      zh: "systemd 日志的生效设置：存储方式、保存期限与容量",
      en: "The settings of the systemd journal in force: storage, time limit and size"),
    output: RecordType(
      name: "journald",
      fields: [
        .required(
          "storage", .string, zh: "volatile、persistent、auto（缺省）或 none",
          en: "volatile, persistent, auto (the default) or none"),
        .required(
          "is_persistent", .bool, zh: "日志是否落盘：persistent，或 auto 且 /var/log/journal 存在",
          en: "Whether entries are on disk: persistent, or auto where /var/log/journal exists"),
        .optional(
          "max_retention_seconds", .int, zh: "MaxRetentionSec，按 systemd 的时间单位换算为秒；不按时间删除时没有此字段",
          en:
            "MaxRetentionSec by systemd's time units, in seconds; missing when time deletes nothing"
        ),
        .optional(
          "system_max_use", .int, zh: "SystemMaxUse 的字节数；未设时随磁盘大小而定，没有此字段",
          en: "SystemMaxUse in bytes; missing when unset, where the size of the disk decides"),
        .required(
          "forward_to_syslog", .bool, zh: "是否转发给 syslog 服务；未设时取配置文件注释中的编译缺省值，否则为 false",
          en: "Whether a syslog service gets the entries; when unset, the build's default that the "
            + "comments of the file show, or else false"),
        .required("compress", .bool, zh: "是否压缩", en: "Whether large entries are compressed"),
        .required(
          "seal", .bool, zh: "有封存密钥时是否防篡改封存",
          en: "Whether files are sealed against changes once sealing keys exist"),
      ]),
    privileges: LocalizedText(zh: "无", en: "None"),
    reads: LocalizedText(
      zh: "systemd 各配置目录中的 journald.conf 与 journald.conf.d",
      en: "journald.conf and journald.conf.d in the configuration folders of systemd"),
    example: [
      "storage": "persistent", "is_persistent": true, "max_retention_seconds": 16_416_000,
      "system_max_use": 4_294_967_296, "forward_to_syslog": true, "compress": true, "seal": true,
    ])

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    var reader = HostReader(host)
    guard let settings = try await JournaldSettings(&reader) else {
      throw reader.failure(.absent, CollectorMessages.noJournal)
    }
    for (field, entry) in settings.entries {
      reader.trail.origin([field], source: entry.source, line: entry.line)
    }
    var value: EvidenceObject = [
      "storage": .string(settings.storage), "is_persistent": .bool(settings.isPersistent),
    ]
    value["max_retention_seconds"] = settings.maximumRetention.map { .int($0) }
    value["system_max_use"] = settings.maximumUse.map { .int($0) }
    value["forward_to_syslog"] = .bool(settings.forwardsToSyslog)
    value["compress"] = .bool(settings.compresses)
    value["seal"] = .bool(settings.seals)
    return CollectedEvidence(.object(value), reader.trail)
  }
}
