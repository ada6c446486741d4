// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
package import EvidenceModel

/// Whether packages are installed, and in which version.
package struct PackageCollector: Collector {
  package init() {}

  package let description = CollectorDescription(
    id: "package",
    summary: LocalizedText(
      zh: "软件包是否安装及其版本（dpkg 或 rpm）",
      en: "Whether packages are installed, and their versions (dpkg or rpm)"),
    arguments: [
      ArgumentDescription(
        "names", .textOrList, isRequired: true, zh: "软件包名称", en: "The names of the packages")
    ],
    output: RecordType(
      name: "package",
      fields: [
        .required("manager", .string, zh: "dpkg 或 rpm", en: "dpkg or rpm"),
        .required(
          "packages",
          .list(
            .record(
              RecordType(
                name: "package_entry",
                fields: [
                  .required("name", .string, zh: "软件包名称", en: "The name of the package"),
                  .required("installed", .bool, zh: "是否已安装", en: "Whether it is installed"),
                  .optional("version", .string, zh: "安装的版本", en: "The installed version"),
                  .optional("architecture", .string, zh: "体系结构", en: "The architecture"),
                ], identifyingField: "name"))),
          zh: "按查询次序的软件包", en: "The packages in the order of the query"),
      ]),
    privileges: LocalizedText(zh: "无", en: "None"),
    reads: LocalizedText(
      zh: "/etc/os-release；/var/lib/dpkg/status 中所列软件包的条目，或 rpm -q 的输出",
      en:
        "/etc/os-release; the entries of the named packages in /var/lib/dpkg/status, or the output "
        + "of rpm -q"),
    exampleArguments: ["names": ["openssh-server"]],
    example: [
      "manager": "dpkg",
      "packages": [
        [
          "name": "openssh-server", "installed": true, "version": "1:9.2p1-2+deb12u10",
          "architecture": "amd64",
        ]
      ],
    ])

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    let names = arguments.texts("names")
    var reader = HostReader(host)
    // A system of another family may have dpkg installed; its database is not the system's.
    var scout = HostReader(host)
    let family = try await SystemFamily.detect(try await SystemFamily.release(&scout), scout)
    if family == .rhel || family == .suse { return try await collectRPM(names, &reader) }
    if let file = try await reader.fileIfPresent("/var/lib/dpkg/status", limit: 64 << 20) {
      let entries = DpkgStatus.entries(in: [file.bytes], names: Set(names))
      return evidence(manager: "dpkg", names, entries, reader)
    }
    // Images without a package manager keep one file for each package.
    let folder = "/var/lib/dpkg/status.d"
    let files = try await reader.list(folder).filter { !$0.contains(".md5sums") }
    if !files.isEmpty {
      var texts: [[UInt8]] = []
      for name in files {
        if let file = try await reader.fileIfPresent("\(folder)/\(name)") {
          texts.append(file.bytes + [0x0A])
        }
      }
      let entries = DpkgStatus.entries(in: texts, names: Set(names), isAlwaysInstalled: true)
      return evidence(manager: "dpkg", names, entries, reader)
    }
    return try await collectRPM(names, &reader)
  }

  private func collectRPM(_ names: [String], _ reader: inout HostReader)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    var hasDatabase = false
    for folder in ["/var/lib/rpm", "/usr/lib/sysimage/rpm"] where !hasDatabase {
      hasDatabase = try await reader.status(folder) != nil
    }
    guard hasDatabase else {
      throw reader.failure(.unsupported, CollectorMessages.noPackageDatabase)
    }
    guard reader.host.isLive else {
      throw reader.failure(.unsupported, CollectorMessages.rpmNeedsRunningSystem)
    }
    guard let command = ReadOnlyCommand.rpmQuery(names: names) else {
      throw reader.failure(.failed, CollectorMessages.badName(names.joined(separator: " ")))
    }
    let output = try await reader.run(command)
    var entries: [String: PackageEntry] = [:]
    for line in output.text.split(separator: "\n") {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 3, names.contains(fields[0]) else { continue }
      entries[fields[0]] = PackageEntry(version: fields[1], architecture: fields[2])
    }
    // The code counts the packages that are not installed; a broken database says more.
    if entries.isEmpty, output.exitCode != 0, !output.errors.isEmpty {
      throw reader.failure(
        .failed,
        CollectorMessages.commandFailed(command.line, output.exitCode, output.errorText))
    }
    return evidence(manager: "rpm", names, entries, reader)
  }

  private func evidence(
    manager: String, _ names: [String], _ entries: [String: PackageEntry], _ reader: HostReader
  ) -> CollectedEvidence {
    var trail = reader.trail
    let packages = names.enumerated().map { index, name -> EvidenceValue in
      let entry = entries[name]
      var value: EvidenceObject = ["name": .string(name), "installed": .bool(entry != nil)]
      value["version"] = entry.map { .string($0.version) }
      value["architecture"] = entry.map { .string($0.architecture) }
      if trail.sources.count == 1 {
        trail.origin(["packages", String(index)], source: 0, line: entry?.line)
      }
      return .object(value)
    }
    return CollectedEvidence(
      ["manager": .string(manager), "packages": .list(packages)], trail)
  }
}

/// One installed package.
struct PackageEntry: Equatable {
  /// The version with its epoch and revision.
  var version: String
  /// The architecture.
  var architecture: String
  /// The line in the status file at which the entry starts.
  var line: Int?
}
