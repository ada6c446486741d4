// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
package import EvidenceModel

/// The file systems that are mounted, or will be at the next start.
package struct MountCollector: Collector {
  package init() {}

  package let description = CollectorDescription(
    id: "mount",
    summary: LocalizedText(
      zh: "已挂载的文件系统及挂载选项；系统未运行时取自 fstab",
      en: "The mounted file systems with their options; where nothing runs, those of fstab"),
    output: RecordType(
      name: "mount",
      fields: [
        .required(
          "is_running", .bool, zh: "是否为当前挂载而非 fstab",
          en: "Whether these are mounted now instead of listed in fstab"),
        .required(
          "mounts",
          .list(
            .record(
              RecordType(
                name: "mount_entry",
                fields: [
                  .required("target", .string, zh: "挂载点", en: "Where it is mounted"),
                  .required("source", .string, zh: "设备或来源", en: "The device or source"),
                  .required("type", .string, zh: "文件系统类型", en: "The type of the file system"),
                  .required(
                    "options", .list(.string), zh: "挂载点与文件系统的选项",
                    en: "The options of the mount and of the file system"),
                ], identifyingField: "target"))),
          zh: "按挂载次序；同一挂载点后者覆盖前者",
          en: "In the order of mounting; of two on the same target the later hides the earlier"),
      ]),
    privileges: LocalizedText(zh: "无", en: "None"),
    reads: LocalizedText(
      zh: "/proc/self/mountinfo 或 /etc/fstab", en: "/proc/self/mountinfo or /etc/fstab"),
    example: [
      "is_running": true,
      "mounts": [
        [
          "target": "/tmp", "source": "tmpfs", "type": "tmpfs",
          "options": ["rw", "nosuid", "nodev", "noexec"],
        ]
      ],
    ])

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    var reader = HostReader(host)
    let isLive = host.isLive
    let file = try await reader.text(isLive ? "/proc/self/mountinfo" : "/etc/fstab")
    var mounts: [EvidenceValue] = []
    for (number, line) in file.lines {
      guard let mount = isLive ? Self.running(line) : Self.planned(line) else { continue }
      reader.trail.origin(
        ["mounts", String(mounts.count)], source: file.source, line: number)
      mounts.append(mount)
    }
    return CollectedEvidence(
      ["is_running": .bool(isLive), "mounts": .list(mounts)], reader.trail)
  }

  /// Reads a line of mountinfo: `id parent device root target options … - type source options`.
  private static func running(_ line: String) -> EvidenceValue? {
    let fields = line.split(separator: " ")
    guard let dash = fields.firstIndex(of: "-"), dash >= 6, fields.count > dash + 2 else {
      return nil
    }
    let options = [fields[5]] + fields.dropFirst(dash + 3)
    return mount(fields[4], fields[dash + 2], fields[dash + 1], options)
  }

  /// Reads a line of fstab: `source target type options …`.
  private static func planned(_ line: String) -> EvidenceValue? {
    let fields = line.split { $0 == " " || $0 == "\t" }
    guard fields.count >= 3, let first = fields.first?.first, first != "#",
      fields[1].hasPrefix("/")
    else { return nil }
    return mount(fields[1], fields[0], fields[2], [fields.count > 3 ? fields[3] : "defaults"])
  }

  private static func mount(
    _ target: Substring, _ source: Substring, _ type: Substring, _ options: [Substring]
  ) -> EvidenceValue {
    var names: [String] = []
    for option in options.joined(separator: ",").split(separator: ",") {
      let name = unescaped(option)
      if !names.contains(name) { names.append(name) }
    }
    return [
      "target": .string(unescaped(target)), "source": .string(unescaped(source)),
      "type": .string(String(type)), "options": .strings(names),
    ]
  }

  /// Returns a text with `\040` and the like as the bytes they stand for.
  private static func unescaped(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3)
      if byte == UInt8(ascii: "\\"), digits.count == 3,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 8)
      {
        bytes.append(value)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
