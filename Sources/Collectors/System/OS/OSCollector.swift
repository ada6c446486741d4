// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Chronology
import Diagnostics
package import EvidenceModel

/// Which operating system a host has, and until when it is supported.
package struct OSCollector: Collector {
  package init() {}

  package let description = CollectorDescription(
    id: "os",
    summary: LocalizedText(
      zh: "操作系统的名称、版本、支持截止日、内核与体系结构，是否在容器中",
      en:
        "The operating system with version, end of support, kernel and machine, and whether it is "
        + "a container"),
    output: RecordType(
      name: "os",
      fields: [
        .required("id", .string, zh: "小写标识，如 debian、openeuler", en: "The id in lower case"),
        .required(
          "family", .string, zh: "目录布局与软件包管理所属：debian、rhel、suse、alpine、arch 或 other",
          en: "Whose layout and package manager it has: debian, rhel, suse, alpine, arch or other"),
        .required("name", .string, zh: "显示名称", en: "The name for display"),
        .optional("version", .string, zh: "版本号", en: "The number of the version"),
        .optional("codename", .string, zh: "版本代号", en: "The name of the version"),
        .optional(
          "support_end", .timestamp, zh: "系统文件自述的支持截止日（SUPPORT_END）",
          en: "The last day of support by the system's own file (SUPPORT_END)"),
        .optional("kernel", .string, zh: "运行中的内核版本", en: "The version of the running kernel"),
        .optional(
          "machine", .string, zh: "体系结构，如 x86_64、aarch64、loongarch64",
          en: "The machine, such as x86_64, aarch64 or loongarch64"),
        .required("is_container", .bool, zh: "是否在容器中", en: "Whether it is a container"),
        .optional(
          "container", .string, zh: "容器种类，如 docker、podman、lxc",
          en: "The kind of container, such as docker, podman or lxc"),
      ]),
    privileges: LocalizedText(
      zh: "个别容器种类只有 root 可辨认", en: "A few kinds of container show themselves to root only"),
    reads: LocalizedText(
      zh: "/etc/os-release、/proc/sys/kernel/{osrelease,arch}、/bin/sh 的文件头、容器运行时留下的标记文件",
      en:
        "/etc/os-release, /proc/sys/kernel/{osrelease,arch}, the header of /bin/sh, and the marks "
        + "that container runtimes leave"),
    example: [
      "id": "openeuler", "family": "rhel", "name": "openEuler 22.03 (LTS-SP3)",
      "version": "22.03", "kernel": "5.10.0-182.0.0.95.oe2203sp3.x86_64", "machine": "x86_64",
      "is_container": false,
    ])

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    var reader = HostReader(host)
    guard let release = try await SystemFamily.release(&reader) else {
      throw CollectionFailure(HostError(.notFound, "/etc/os-release"))
    }
    var value = EvidenceObject()
    func text(_ field: String, _ names: [String]) {
      guard let entry = names.lazy.compactMap({ release[$0] }).first(where: { !$0.value.isEmpty })
      else { return }
      value[field] = .string(entry.value)
      reader.trail.origin([field], source: entry.source, line: entry.line)
    }
    text("id", ["ID"])
    value["id"] = .string(value["id"]?.stringValue?.lowercased() ?? "linux")
    value["family"] = .string(try await SystemFamily.detect(release, reader).rawValue)
    text("name", ["PRETTY_NAME", "NAME"])
    if value["name"] == nil { value["name"] = "Linux" }
    text("version", ["VERSION_ID"])
    text("codename", ["VERSION_CODENAME"])
    if let end = release["SUPPORT_END"], let date = CalendarDate(end.value) {
      value["support_end"] = .string(date.startOfDay.formatted())
      reader.trail.origin(["support_end"], source: end.source, line: end.line)
    }
    if host.isLive {
      value["kernel"] = try await line("/proc/sys/kernel/osrelease", &reader).map { .string($0) }
    }
    value["machine"] = try await machine(&reader).map { .string($0) }
    let container = try await ContainerMarks.kind(&reader)
    value["is_container"] = .bool(container != nil)
    value["container"] = container.map { .string($0) }
    return CollectedEvidence(.object(value), reader.trail)
  }

  private func line(_ path: String, _ reader: inout HostReader) async throws(CollectionFailure)
    -> String?
  {
    try await reader.textIfPresent(path)?.lines.first?.text
  }

  /// Returns the machine that the kernel tells, or the one that the shell is built for.
  private func machine(_ reader: inout HostReader) async throws(CollectionFailure) -> String? {
    if reader.host.isLive, let name = try await line("/proc/sys/kernel/arch", &reader) {
      return name
    }
    guard let shell = try? await reader.host.read("/bin/sh") else { return nil }
    return ELFMachine.name(of: shell.bytes)
  }
}
