// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
package import EvidenceModel

/// What a host does at set times: systemd's timers and cron's jobs.
package struct TimerCollector: Collector {
  package init() {}

  package let description = CollectorDescription(
    id: "timer",
    summary: LocalizedText(
      zh: "定时任务：systemd 定时器与 cron 任务的时间、用户与命令（口令已去除）",
      en: "Scheduled jobs: the time, user and command, without secrets, of systemd timers and cron"),
    output: RecordType(
      name: "timer",
      fields: [
        .required(
          "timers",
          .list(
            .record(
              RecordType(
                name: "timer_entry",
                fields: [
                  .required("kind", .string, zh: "systemd 或 cron", en: "systemd or cron"),
                  .required(
                    "name", .string, zh: "定时器单元，或 cron 文件的路径",
                    en: "The unit of the timer, or the path of cron's file"),
                  .required(
                    "schedule", .string, zh: "何时运行：日历表达式、cron 字段或 @daily 等",
                    en: "When it runs: a calendar expression, cron's fields, or such as @daily"),
                  .required("user", .string, zh: "以谁的身份运行", en: "Who runs it"),
                  .required("command", .string, zh: "运行的命令", en: "What is run"),
                  .required(
                    "is_enabled", .bool, zh: "是否会运行：定时器已启用，或 cron 会随系统启动",
                    en: "Whether it will run: the timer is enabled, or cron starts with the system"),
                ], identifyingField: "name"))),
          zh: "先 systemd 按名称，后 cron 按文件", en: "Those of systemd by name, then cron's by file"),
        .required(
          "has_cron", .bool, zh: "是否安装 cron 服务", en: "Whether a cron daemon is installed"),
      ]),
    privileges: LocalizedText(zh: "用户的 crontab 只有 root 可读", en: "Users' crontabs are for root"),
    reads: LocalizedText(
      zh: "systemd 的 .timer 与 .service 单元、/etc/crontab、/etc/cron.*、/etc/anacrontab、/var/spool/cron",
      en:
        "The .timer and .service units of systemd, /etc/crontab, /etc/cron.*, /etc/anacrontab and "
        + "/var/spool/cron"),
    example: [
      "timers": [
        [
          "kind": "cron", "name": "/etc/cron.d/backup", "schedule": "15 2 * * *", "user": "root",
          "command": "/usr/local/sbin/backup --all", "is_enabled": true,
        ]
      ],
      "has_cron": true,
    ])

  /// The programs of cron.
  static let daemons = [
    "/usr/sbin/cron", "/usr/sbin/crond", "/sbin/crond", "/usr/bin/crond", "/usr/sbin/fcron",
  ]

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    var reader = HostReader(host)
    let units = try await UnitFiles(reader)
    var timers: [EvidenceValue] = []
    for unit in units.units(ofKind: "timer") where !unit.hasSuffix("@.timer") {
      if let timer = try await timer(unit, units, &reader, ["timers", String(timers.count)]) {
        timers.append(timer)
      }
    }
    let table = try await CronTable(&reader)
    guard units.exist || table.exists else {
      throw reader.failure(.unsupported, CollectorMessages.noServiceManager)
    }
    var hasCron = false
    for path in Self.daemons where !hasCron { hasCron = try await reader.status(path) != nil }
    let isStarted = try await isCronStarted(units, reader)
    for job in table.jobs {
      let path = ["timers", String(timers.count)]
      if let source = job.source { reader.trail.origin(path, source: source, line: job.line) }
      if CommandSecrets.isSecret(line: job.command) {
        reader.trail.secretPaths.insert(path + ["command"])
      }
      timers.append([
        "kind": "cron", "name": .string(job.path), "schedule": .string(job.schedule),
        "user": .string(job.user), "command": .string(job.command),
        "is_enabled": .bool(hasCron && isStarted && !job.isPassedOver),
      ])
    }
    return CollectedEvidence(
      ["timers": .list(timers), "has_cron": .bool(hasCron)], reader.trail)
  }

  /// Whether cron starts with the system; where nothing starts services, whoever runs it decides.
  private func isCronStarted(_ units: UnitFiles, _ reader: HostReader)
    async throws(CollectionFailure) -> Bool
  {
    var probe = reader
    var isKnown = false
    for name in ["crond.service", "cron.service", "cronie.service", "fcron.service"] {
      let state = try await units.enablement(of: name, &probe, path: [])
      if state == .enabled || state == .generated { return true }
      if state != .missing { isKnown = true }
    }
    return !isKnown
  }

  private func timer(
    _ unit: String, _ units: UnitFiles, _ reader: inout HostReader, _ path: [String]
  ) async throws(CollectionFailure) -> EvidenceValue? {
    let files = try await units.files(of: unit, &reader)
    guard !files.isEmpty else { return nil }
    let settings = SystemdConfiguration(files, section: "Timer")
    var times = settings.lines("OnCalendar").map(\.value)
    for key in ["OnBootSec", "OnStartupSec", "OnActiveSec", "OnUnitActiveSec", "OnUnitInactiveSec"]
    {
      times += settings.lines(key).map { "\(key)=\($0.value)" }
    }
    let base = String(unit.dropLast(".timer".utf8.count))
    let target = settings.lines("Unit").last?.value ?? "\(base).service"
    let service = SystemdConfiguration(
      try await units.files(of: target, &reader), section: "Service")
    let lines = service.lines("ExecStart").map { line in
      String(line.value.drop { "-@:+!".contains($0) })
    }
    let command = lines.isEmpty ? target : lines.joined(separator: "; ")
    let enablement = try await units.enablement(of: unit, &reader, path: path)
    if CommandSecrets.isSecret(line: command) {
      reader.trail.secretPaths.insert(path + ["command"])
    }
    return [
      "kind": "systemd", "name": .string(unit),
      "schedule": .string(times.joined(separator: "; ")),
      "user": .string(service.lines("User").last?.value ?? "root"), "command": .string(command),
      "is_enabled": .bool(enablement == .enabled),
    ]
  }
}
