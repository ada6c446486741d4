// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
package import EvidenceModel

/// Which service sets the clock, and from which servers.
package struct TimeSyncCollector: Collector {
  package init() {}

  package let description = CollectorDescription(
    id: "time-sync",
    summary: LocalizedText(
      zh: "时钟同步：chrony、ntpd 与 systemd-timesyncd 的启用情况与时间服务器",
      en: "Clock synchronization: whether chrony, ntpd or systemd-timesyncd is on, and its servers"),
    output: RecordType(
      name: "time_sync",
      fields: [
        .required(
          "services", .list(.record(serviceType)), zh: "已安装的时间同步服务",
          en: "The installed services that set the clock"),
        .required(
          "servers", .list(.record(serverType)), zh: "已启用或在运行的服务的时间服务器",
          en: "The servers of the services that are enabled or run"),
        .required(
          "is_enabled", .bool, zh: "是否有同步服务随系统启动",
          en: "Whether one of the services starts with the system"),
        .optional(
          "is_active", .bool, zh: "是否有同步服务在运行；系统运行时才有",
          en: "Whether one of the services runs, where the system runs"),
        .optional(
          "is_synchronized", .bool, zh: "正在运行的服务是否报告已同步",
          en: "Whether the running service says that the clock is set"),
        .optional(
          "offset_seconds", .double, zh: "chrony 报告的时钟偏差，秒",
          en: "How far the clock is off by chrony's estimate, in seconds"),
      ]),
    privileges: LocalizedText(zh: "无", en: "None"),
    reads: LocalizedText(
      zh: "chrony、ntp 与 timesyncd 的配置文件和单元；chronyd 运行时 chronyc tracking（本机回环）",
      en: "The files and units of chrony, ntp and timesyncd; where chronyd runs, chronyc tracking "
        + "over loopback"),
    example: [
      "services": [["name": "chrony", "is_enabled": true, "is_active": true]],
      "servers": [
        [
          "service": "chrony", "kind": "pool", "address": "ntp.aliyun.com",
          "is_authenticated": false,
        ]
      ],
      "is_enabled": true, "is_active": true, "is_synchronized": true, "offset_seconds": 0.000_12,
    ])

  private static let serviceType = RecordType(
    name: "time_sync_service",
    fields: [
      .required(
        "name", .string, zh: "chrony、ntpd 或 timesyncd", en: "chrony, ntpd or timesyncd"),
      .required("is_enabled", .bool, zh: "是否随系统启动", en: "Whether it starts with the system"),
      .optional("is_active", .bool, zh: "是否在运行", en: "Whether it runs"),
    ], identifyingField: "name")

  private static let serverType = RecordType(
    name: "time_sync_server",
    fields: [
      .required("service", .string, zh: "由哪个服务使用", en: "The service that follows it"),
      .required(
        "kind", .string, zh: "server、pool、peer 或 refclock", en: "server, pool, peer or refclock"),
      .required("address", .string, zh: "名称或地址", en: "The name or address"),
      .required(
        "is_authenticated", .bool, zh: "是否以 NTS 或密钥验证",
        en: "Whether NTS or a key proves its answers"),
    ], identifyingField: "address")

  /// The services with their units and programs, the one that wins on a usual system first.
  private static let services: [(name: String, units: [String], programs: Set<String>)] = [
    ("chrony", ["chronyd.service", "chrony.service"], ["chronyd"]),
    (
      "ntpd", ["ntpd.service", "ntp.service", "ntpsec.service", "openntpd.service"],
      ["ntpd", "openntpd"]
    ),
    ("timesyncd", ["systemd-timesyncd.service"], ["systemd-timesyncd"]),
  ]

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    var reader = HostReader(host)
    let states = try await ServiceStates(reader)
    var services: [EvidenceValue] = []
    var servers: [EvidenceValue] = []
    var (isEnabled, isActive, isKnown) = (false, false, states.hasManager)
    for (name, units, programs) in Self.services {
      let path = ["services", String(services.count)]
      let state = try await states.state(units, programs: programs, &reader, path: path)
      let sources = try await Self.sources(of: name, &reader)
      isKnown = isKnown || sources.hasFile
      guard state.isInstalled || state.isActive == true else { continue }
      var service: EvidenceObject = [
        "name": .string(name), "is_enabled": .bool(state.isEnabled),
      ]
      service["is_active"] = state.isActive.map { .bool($0) }
      services.append(.object(service))
      isEnabled = isEnabled || state.isEnabled
      isActive = isActive || state.isActive == true
      guard state.isEnabled || state.isActive == true else { continue }
      for source in sources.entries {
        reader.trail.origin(
          ["servers", String(servers.count)], source: source.source, line: source.line)
        servers.append([
          "service": .string(name), "kind": .string(source.kind),
          "address": .string(source.address), "is_authenticated": .bool(source.isAuthenticated),
        ])
      }
    }
    guard isKnown else {
      throw reader.failure(.unsupported, CollectorMessages.noServiceManager)
    }
    var value: EvidenceObject = [
      "services": .list(services), "servers": .list(servers), "is_enabled": .bool(isEnabled),
    ]
    if host.isLive {
      value["is_active"] = .bool(isActive)
      if isActive { try await addClock(to: &value, &reader) }
    }
    return CollectedEvidence(.object(value), reader.trail)
  }

  private static func sources(of name: String, _ reader: inout HostReader)
    async throws(CollectionFailure) -> TimeSources
  {
    switch name {
    case "chrony": try await .chrony(&reader)
    case "ntpd": try await .ntpd(&reader)
    default: try await .timesyncd(&reader)
    }
  }

  /// Adds what the running service says of the clock.
  private func addClock(to value: inout EvidenceObject, _ reader: inout HostReader)
    async throws(CollectionFailure)
  {
    let running = try await ProcessTable.running(["chronyd", "systemd-timesyncd"], reader)
    if running.contains("chronyd"), let output = try await reader.runIfPresent(.chronyTracking),
      output.exitCode == 0
    {
      let fields = output.text.split(separator: ",").map { $0.filter { !$0.isNewline } }
      guard fields.count >= 14 else { return }
      value["is_synchronized"] = .bool(fields[13] != "Not synchronised")
      value["offset_seconds"] = Double(fields[4]).map { .double($0) }
    } else if running.contains("systemd-timesyncd") {
      let mark = try await reader.status("/run/systemd/timesync/synchronized")
      value["is_synchronized"] = .bool(mark != nil)
    }
  }
}
