// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
package import EvidenceModel

/// The running and the lasting value of one kernel parameter.
package struct KernelParameterCollector: Collector {
  package init() {}

  package let description = CollectorDescription(
    id: "kernel-parameter",
    summary: LocalizedText(
      zh: "一个内核参数的运行值与重启后的值",
      en: "The running value of a kernel parameter and the one after a start"),
    arguments: [
      ArgumentDescription(
        "name", .text, isRequired: true, zh: "sysctl 名称，如 net.ipv4.ip_forward",
        en: "The sysctl name, such as net.ipv4.ip_forward")
    ],
    output: RecordType(
      name: "kernel_parameter",
      fields: [
        .required("name", .string, zh: "参数名称", en: "The name of the parameter"),
        .required(
          "value", .string, zh: "运行值；系统未运行时为 sysctl 文件中的值",
          en: "The running value; where nothing runs, the value of the sysctl files"),
        .required(
          "is_running", .bool, zh: "value 是否为运行值", en: "Whether value is the running value"),
        .optional(
          "persistent", .string, zh: "sysctl 文件设定、重启后生效的值",
          en: "The value that the sysctl files set at the next start"),
      ], identifyingField: "name"),
    privileges: LocalizedText(zh: "少数参数只有 root 可读", en: "A few parameters are for root only"),
    reads: LocalizedText(
      zh: "/proc/sys、/etc/sysctl.conf 与各 sysctl.d 目录",
      en: "/proc/sys, /etc/sysctl.conf and the sysctl.d folders"),
    exampleArguments: ["name": "net.ipv4.ip_forward"],
    example: [
      "name": "net.ipv4.ip_forward", "value": "0", "is_running": true, "persistent": "0",
    ])

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    let name = arguments.text("name")
    guard let path = SysctlFiles.path(of: name) else {
      throw CollectionFailure(.failed, CollectorMessages.badName(name))
    }
    var reader = HostReader(host)
    var value: EvidenceObject = ["name": .string(name)]
    if host.isLive {
      let file = try await reader.text("/proc/sys/\(path)", limit: 65_536)
      let words = file.lines.map(\.text).joined(separator: "\n").split { $0 == " " || $0 == "\t" }
      let text = words.joined(separator: " ")
      value["value"] = .string(String(text.drop(while: \.isNewline).trimmingNewlines))
      reader.trail.origin(["value"], source: file.source)
    }
    let setting = try await SysctlFiles.setting(path, &reader)
    if let setting {
      if !host.isLive {
        value["value"] = .string(setting.value)
        reader.trail.origin(["value"], source: setting.source, line: setting.line)
      }
      reader.trail.origin(["persistent"], source: setting.source, line: setting.line)
    } else if !host.isLive {
      throw reader.failure(.unsupported, CollectorMessages.notSetInFiles(name))
    }
    value["is_running"] = .bool(host.isLive)
    value["persistent"] = setting.map { .string($0.value) }
    return CollectedEvidence(.object(value), reader.trail)
  }
}

extension Substring {
  /// The text without line breaks at its end.
  fileprivate var trimmingNewlines: Substring {
    var text = self
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }
}
