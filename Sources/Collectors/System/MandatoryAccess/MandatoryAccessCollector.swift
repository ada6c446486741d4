// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
package import EvidenceModel

/// Whether SELinux or AppArmor confines programs, now and after the next start.
package struct MandatoryAccessCollector: Collector {
  package init() {}

  package let description = CollectorDescription(
    id: "mandatory-access",
    summary: LocalizedText(
      zh: "强制访问控制：SELinux 与 AppArmor 的当前状态与配置",
      en: "Mandatory access control: SELinux and AppArmor, now and as configured"),
    output: RecordType(
      name: "mandatory_access",
      fields: [
        .required(
          "is_configured", .bool, zh: "配置是否使 SELinux 或 AppArmor 在下次启动时强制执行",
          en: "Whether the configuration has SELinux or AppArmor enforce at the next start"),
        .optional(
          "is_enforcing", .bool, zh: "当前是否强制执行；系统运行时才有",
          en: "Whether one of them enforces now, where the system runs"),
        .required("selinux", .record(selinuxType), zh: "SELinux 的状态", en: "The state of SELinux"),
        .required(
          "apparmor", .record(apparmorType), zh: "AppArmor 的状态", en: "The state of AppArmor"),
      ]),
    privileges: LocalizedText(
      zh: "AppArmor 的已加载配置只有 root 可读", en: "AppArmor's loaded profiles are for root only"),
    reads: LocalizedText(
      zh: "/etc/selinux/config、/sys/fs/selinux/enforce、/etc/apparmor.d、/sys/module/apparmor、"
        + "/sys/kernel/security/apparmor/profiles、/proc/cmdline 或 /etc/default/grub",
      en: "/etc/selinux/config, /sys/fs/selinux/enforce, /etc/apparmor.d, /sys/module/apparmor, "
        + "/sys/kernel/security/apparmor/profiles, and /proc/cmdline or /etc/default/grub"),
    example: [
      "is_configured": true, "is_enforcing": true,
      "selinux": ["configured": "enforcing", "policy": "targeted", "running": "enforcing"],
      "apparmor": ["is_configured": false, "is_running": false],
    ])

  private static let selinuxType = RecordType(
    name: "mandatory_access_selinux",
    fields: [
      .optional(
        "configured", .string, zh: "配置的模式：enforcing、permissive 或 disabled；未安装则没有",
        en: "The configured mode: enforcing, permissive or disabled; missing when not installed"),
      .optional("policy", .string, zh: "策略类型，如 targeted", en: "The policy, such as targeted"),
      .optional(
        "running", .string, zh: "当前模式；系统运行时才有", en: "The mode now, where the system runs"),
    ])

  private static let apparmorType = RecordType(
    name: "mandatory_access_apparmor",
    fields: [
      .required(
        "is_configured", .bool, zh: "是否有配置且服务随系统启动",
        en: "Whether there are profiles and the service starts with the system"),
      .optional("is_running", .bool, zh: "内核是否启用", en: "Whether the kernel has it on"),
      .optional(
        "enforced", .int, zh: "强制模式的已加载配置数；仅 root",
        en: "The loaded profiles that enforce; root only"),
      .optional(
        "complaining", .int, zh: "只记录的已加载配置数；仅 root",
        en: "The loaded profiles that only log; root only"),
    ])

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    var reader = HostReader(host)
    let services = try await ServiceStates(reader)
    let options = try await KernelOptions(&reader)
    let selinux = try await selinux(options, &reader)
    let apparmor = try await apparmor(options, services, &reader)
    guard services.hasManager || selinux["configured"] != nil || options.exist else {
      throw reader.failure(.unsupported, CollectorMessages.noServiceManager)
    }
    let isConfigured =
      selinux["configured"] == "enforcing" || apparmor["is_configured"] == .bool(true)
    var value: EvidenceObject = ["is_configured": .bool(isConfigured)]
    if host.isLive {
      let isConfining =
        apparmor["is_running"] == .bool(true) && (apparmor["enforced"]?.intValue ?? 1) > 0
      value["is_enforcing"] = .bool(selinux["running"] == "enforcing" || isConfining)
    }
    value["selinux"] = .object(selinux)
    value["apparmor"] = .object(apparmor)
    return CollectedEvidence(.object(value), reader.trail)
  }

  private func selinux(_ options: KernelOptions, _ reader: inout HostReader)
    async throws(CollectionFailure) -> EvidenceObject
  {
    var value = EvidenceObject()
    if let file = try await reader.textIfPresent("/etc/selinux/config") {
      let lines = SettingLines(file)
      if let mode = lines["SELINUX"] {
        // The words of the kernel's command line come before those of the file.
        let word =
          options["selinux"] == "0"
          ? "disabled" : options["enforcing"] == "0" ? "permissive" : mode.value.lowercased()
        value["configured"] = .string(word)
        reader.trail.origin(["selinux", "configured"], source: mode.source, line: mode.line)
      }
      if let type = lines["SELINUXTYPE"] {
        value["policy"] = .string(type.value)
        reader.trail.origin(["selinux", "policy"], source: type.source, line: type.line)
      }
    }
    guard reader.host.isLive else { return value }
    let state = try await reader.textIfPresent("/sys/fs/selinux/enforce")
    let word = state.map { $0.lines.first?.text == "1" ? "enforcing" : "permissive" }
    value["running"] = .string(word ?? "disabled")
    if let state { reader.trail.origin(["selinux", "running"], source: state.source, line: 1) }
    return value
  }

  private func apparmor(
    _ options: KernelOptions, _ services: ServiceStates, _ reader: inout HostReader
  ) async throws(CollectionFailure) -> EvidenceObject {
    let state = try await services.state(
      ["apparmor.service"], programs: [], &reader, path: ["apparmor", "is_configured"])
    let names = try await reader.list("/etc/apparmor.d")
    let off = Set(try await reader.list("/etc/apparmor.d/disable"))
    // Folders hold what profiles include; the profiles are the files beside them.
    var profiles = 0
    for name in names where !off.contains(name) && profiles == 0 {
      let status = try await reader.status("/etc/apparmor.d/\(name)", followLinks: true)
      if status?.kind == .file { profiles += 1 }
    }
    let isOn = options["apparmor"] != "0" && options["selinux"] != "1"
    var value: EvidenceObject = [
      "is_configured": .bool(isOn && state.isEnabled && profiles > 0)
    ]
    guard reader.host.isLive else { return value }
    let enabled = try await reader.textIfPresent("/sys/module/apparmor/parameters/enabled")
    let isRunning = enabled?.lines.first?.text == "Y"
    value["is_running"] = .bool(isRunning)
    if let enabled {
      reader.trail.origin(["apparmor", "is_running"], source: enabled.source, line: 1)
    }
    guard isRunning, reader.host.isPrivileged,
      let file = try await reader.textIfPresent("/sys/kernel/security/apparmor/profiles")
    else { return value }
    let modes = file.lines.map(\.text)
    value["enforced"] = .int(Int64(modes.filter { $0.hasSuffix("(enforce)") }.count))
    value["complaining"] = .int(Int64(modes.filter { $0.hasSuffix("(complain)") }.count))
    return value
  }
}
