// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
package import EvidenceModel

/// Whether services exist, start with the system and run.
package struct ServiceCollector: Collector {
  package init() {}

  package let description = CollectorDescription(
    id: "service",
    summary: LocalizedText(
      zh: "服务是否存在、是否随系统启动、是否在运行", en: "Whether services exist, start with the system and run"),
    arguments: [
      ArgumentDescription(
        "names", .textOrList, isRequired: true, zh: "服务名称，可省略 .service",
        en: "The names of the services; .service can be left out")
    ],
    output: RecordType(
      name: "service",
      fields: [
        .required(
          "manager", .string, zh: "systemd，或 sysv（只有启动脚本）",
          en: "systemd, or sysv where there are start scripts only"),
        .required(
          "is_running_system", .bool, zh: "服务管理器是否在运行", en: "Whether the service manager runs"),
        .required(
          "services",
          .list(
            .record(
              RecordType(
                name: "service_entry",
                fields: [
                  .required("name", .string, zh: "查询的名称", en: "The name that was asked for"),
                  .required(
                    "exists", .bool, zh: "是否有其单元或脚本", en: "Whether it has a unit or script"),
                  .required(
                    "enablement", .string,
                    zh: "enabled、disabled、masked、static、indirect、generated 或 missing",
                    en: "enabled, disabled, masked, static, indirect, generated or missing"),
                  .optional(
                    "is_active", .bool, zh: "是否在运行；服务管理器运行时才有",
                    en: "Whether it runs, where the service manager runs"),
                ], identifyingField: "name"))),
          zh: "按查询次序的服务", en: "The services in the order of the query"),
      ]),
    privileges: LocalizedText(zh: "无", en: "None"),
    reads: LocalizedText(
      zh: "systemd 的单元目录、/etc/init.d、/etc/rc?.d；运行中时 systemctl show",
      en: "The unit folders of systemd, /etc/init.d and /etc/rc?.d; systemctl show where it runs"),
    exampleArguments: ["names": ["auditd"]],
    example: [
      "manager": "systemd", "is_running_system": true,
      "services": [
        ["name": "auditd", "exists": true, "enablement": "enabled", "is_active": true]
      ],
    ])

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    let names = arguments.texts("names")
    if let name = names.first(where: { $0.contains("/") || $0.isEmpty || $0.hasPrefix("-") }) {
      throw CollectionFailure(.failed, CollectorMessages.badName(name))
    }
    var reader = HostReader(host)
    let units = try await UnitFiles(reader)
    let hasScripts = try await reader.status("/etc/init.d") != nil
    guard units.exist || hasScripts else {
      throw reader.failure(.unsupported, CollectorMessages.noServiceManager)
    }
    let runFolder = try await reader.status("/run/systemd/system")
    let isRunning = host.isLive && runFolder != nil
    let states = isRunning ? try await states(of: names, &reader) : [:]
    var services: [EvidenceValue] = []
    for name in names {
      let unit = Self.unit(name)
      let path = ["services", String(services.count)]
      let found = try await units.enablement(of: unit, &reader, path: path)
      let state = states[unit]
      let enablement = state?.enablement ?? found
      var service: EvidenceObject = [
        "name": .string(name), "exists": .bool(enablement != .missing),
        "enablement": .string(enablement.rawValue),
      ]
      service["is_active"] = state.map { .bool($0.isActive) }
      services.append(.object(service))
    }
    return CollectedEvidence(
      [
        "manager": units.exist ? "systemd" : "sysv", "is_running_system": .bool(isRunning),
        "services": .list(services),
      ], reader.trail)
  }

  /// The full name of a unit: that of a service where no kind is given.
  static func unit(_ name: String) -> String {
    let kinds = ["service", "socket", "timer", "target", "mount", "path"]
    return kinds.contains { name.hasSuffix(".\($0)") } ? name : "\(name).service"
  }

  /// What systemd says of a unit.
  private struct UnitState {
    var isActive: Bool
    /// `nil` where the files tell it better, as for aliases.
    var enablement: ServiceEnablement?
  }

  /// Asks systemd for units; each block of its answer is that of the unit at the same place.
  private func states(of names: [String], _ reader: inout HostReader)
    async throws(CollectionFailure) -> [String: UnitState]
  {
    let units = names.map(Self.unit)
    guard let command = ReadOnlyCommand.systemctlShow(units: units) else {
      throw reader.failure(.failed, CollectorMessages.badName(names.joined(separator: " ")))
    }
    let output = try await reader.run(command)
    guard output.exitCode == 0 else {
      throw reader.failure(
        .failed,
        CollectorMessages.commandFailed(command.line, output.exitCode, output.errorText))
    }
    var states: [String: UnitState] = [:]
    for (unit, block) in zip(units, output.text.split(separator: "\n\n")) {
      var fields: [Substring: Substring] = [:]
      for line in block.split(separator: "\n") {
        let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2 { fields[parts[0]] = parts[1] }
      }
      let isMissing = fields["LoadState"] == "not-found"
      states[unit] = UnitState(
        isActive: fields["ActiveState"] == "active",
        enablement: isMissing
          ? .missing : ServiceEnablement(systemd: String(fields["UnitFileState"] ?? "")))
    }
    return states
  }
}

/// Whether a service starts with the system.
enum ServiceEnablement: String {
  /// It does.
  case enabled
  /// It could, and does not.
  case disabled
  /// It cannot be started at all.
  case masked
  /// It starts only when another unit needs it.
  case `static`
  /// It is switched together with another unit.
  case indirect
  /// It is made from a start script or another file at each start.
  case generated
  /// There is no such service.
  case missing

  /// The state that `systemctl` prints; `nil` for one that only the files explain.
  init?(systemd state: String) {
    switch state {
    case "enabled", "enabled-runtime": self = .enabled
    case "disabled", "linked", "linked-runtime": self = .disabled
    case "masked", "masked-runtime": self = .masked
    case "static": self = .static
    case "indirect": self = .indirect
    case "generated", "transient": self = .generated
    default: return nil
    }
  }
}
