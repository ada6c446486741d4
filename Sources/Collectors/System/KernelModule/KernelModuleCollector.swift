// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
package import EvidenceModel

/// Whether kernel modules are loaded, and whether they can be.
package struct KernelModuleCollector: Collector {
  package init() {}

  package let description = CollectorDescription(
    id: "kernel-module",
    summary: LocalizedText(
      zh: "内核模块是否已加载、是否被列入黑名单或禁止加载",
      en: "Whether kernel modules are loaded, blacklisted or kept from loading"),
    arguments: [
      ArgumentDescription(
        "names", .textOrList, isRequired: true, zh: "模块名称，- 与 _ 等同",
        en: "The names of the modules; - and _ are the same")
    ],
    output: RecordType(
      name: "kernel_module",
      fields: [
        .required("is_running", .bool, zh: "是否为运行中的系统", en: "Whether the system runs"),
        .required(
          "modules",
          .list(
            .record(
              RecordType(
                name: "kernel_module_entry",
                fields: [
                  .required("name", .string, zh: "查询的名称", en: "The name that was asked for"),
                  .optional(
                    "is_loaded", .bool, zh: "是否已加载；系统运行时才有",
                    en: "Whether it is loaded, where the system runs"),
                  .optional(
                    "is_built_in", .bool, zh: "是否编入内核，因而禁用无效；系统运行时才有",
                    en: "Whether the kernel has it built in, so that it cannot be kept out"),
                  .required(
                    "is_blacklisted", .bool, zh: "是否列入黑名单：不自动加载，仍可手工加载",
                    en: "Whether it is blacklisted: not loaded by itself, yet by hand"),
                  .required(
                    "is_disabled", .bool, zh: "是否以 install 指令换成 false 或 true 而不能加载",
                    en: "Whether an install line puts false or true in place of loading it"),
                  .optional(
                    "install_command", .string, zh: "install 指令的命令",
                    en: "What the install line runs"
                  ),
                ], identifyingField: "name"))),
          zh: "按查询次序的模块", en: "The modules in the order of the query"),
      ]),
    privileges: LocalizedText(zh: "无", en: "None"),
    reads: LocalizedText(
      zh: "各 modprobe.d 目录；运行中时 /proc/modules、/proc/cmdline 与 modules.builtin",
      en: "The modprobe.d folders; where it runs /proc/modules, /proc/cmdline, modules.builtin"),
    exampleArguments: ["names": ["usb-storage"]],
    example: [
      "is_running": true,
      "modules": [
        [
          "name": "usb-storage", "is_loaded": false, "is_built_in": false, "is_blacklisted": true,
          "is_disabled": true, "install_command": "/bin/false",
        ]
      ],
    ])

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    var reader = HostReader(host)
    let files = try await ModprobeFiles(&reader)
    let loaded = try await loaded(&reader)
    guard files.exist || loaded != nil else {
      throw reader.failure(.absent, CollectorMessages.noModprobe)
    }
    let builtIn = try await builtIn(&reader)
    var modules: [EvidenceValue] = []
    for given in arguments.texts("names") {
      let name = ModprobeFiles.normalized(given)
      let path = ["modules", String(modules.count)]
      let blacklisted = files.blacklist.last { $0.pattern == name }
      // The first line that matches counts (kmod, as module-init-tools before it).
      let install = files.installs.first { GlobPattern.matches(name, $0.pattern) }
      var value: EvidenceObject = ["name": .string(given)]
      value["is_loaded"] = loaded.map { .bool($0.names.contains(name)) }
      value["is_built_in"] = builtIn.map { .bool($0.contains(name)) }
      value["is_blacklisted"] = .bool(blacklisted != nil)
      value["is_disabled"] = .bool(install.map { Self.isNothing($0.command) } ?? false)
      value["install_command"] = install.map { .string($0.command) }
      if let loaded { reader.trail.origin(path + ["is_loaded"], source: loaded.source) }
      for (field, entry) in [
        ("is_blacklisted", blacklisted), ("is_disabled", install), ("install_command", install),
      ] {
        guard let entry else { continue }
        reader.trail.origin(path + [field], source: entry.source, line: entry.line)
      }
      modules.append(.object(value))
    }
    return CollectedEvidence(
      ["is_running": .bool(host.isLive), "modules": .list(modules)], reader.trail)
  }

  /// Returns the modules in the kernel; `nil` where nothing runs.
  private func loaded(_ reader: inout HostReader) async throws(CollectionFailure)
    -> (names: Set<String>, source: Int)?
  {
    guard reader.host.isLive, let file = try await reader.textIfPresent("/proc/modules") else {
      return nil
    }
    let names = file.lines.compactMap { $0.text.split(separator: " ").first.map(String.init) }
    return (Set(names), file.source)
  }

  /// Returns the modules that the running kernel has built in; `nil` where that is not known.
  private func builtIn(_ reader: inout HostReader) async throws(CollectionFailure) -> Set<String>? {
    guard reader.host.isLive,
      let release = try await reader.textIfPresent("/proc/sys/kernel/osrelease")?.lines.first?.text,
      !release.isEmpty, !release.contains("/"),
      let file = try await reader.textIfPresent("/lib/modules/\(release)/modules.builtin")
    else { return nil }
    return Set(
      file.lines.compactMap { _, line in
        line.split(separator: "/").last.map { name in
          ModprobeFiles.normalized(name.prefix { $0 != "." })
        }
      })
  }

  private static func isNothing(_ command: String) -> Bool {
    let program = command.split(separator: " ").first ?? ""
    return ["/bin/false", "/bin/true", "/usr/bin/false", "/usr/bin/true", "false", "true"]
      .contains(program)
  }
}
