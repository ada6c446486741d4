// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
package import EvidenceModel

/// Which file systems and swap areas lie on encrypted devices.
package struct DiskEncryptionCollector: Collector {
  package init() {}

  package let description = CollectorDescription(
    id: "disk-encryption",
    summary: LocalizedText(
      zh: "磁盘加密：哪些文件系统与交换区位于加密设备上，以及 crypttab",
      en:
        "Disk encryption: which file systems and swap areas lie on encrypted devices, and crypttab"),
    output: RecordType(
      name: "disk_encryption",
      fields: [
        .required(
          "is_running", .bool, zh: "是否取自运行中的内核，而非 fstab 与 crypttab",
          en: "Whether the running kernel told it, instead of fstab and crypttab"),
        .required(
          "volumes", .list(.record(volumeType)), zh: "块设备上的文件系统与交换区",
          en: "The file systems and swap areas on block devices"),
        .required(
          "crypttab", .list(.record(entryType)), zh: "启动时打开的加密卷",
          en: "The encrypted volumes that are opened at the start"),
      ]),
    privileges: LocalizedText(
      zh: "/etc/crypttab 可能只有 root 可读", en: "/etc/crypttab may be for root"),
    reads: LocalizedText(
      zh: "/etc/crypttab；运行中时 /proc/self/mountinfo、/proc/swaps 与 /sys/dev/block，否则 /etc/fstab",
      en: "/etc/crypttab; where it runs /proc/self/mountinfo, /proc/swaps and /sys/dev/block, else "
        + "/etc/fstab"),
    example: [
      "is_running": true,
      "volumes": [
        [
          "target": "/var/lib/mysql", "device": "/dev/mapper/data", "type": "xfs",
          "is_encrypted": true,
        ]
      ],
      "crypttab": [
        [
          "name": "data", "device": "UUID=6d7c5f6e", "options": ["luks", "discard"],
          "is_plain": false, "has_key_file": false,
        ]
      ],
    ])

  private static let volumeType = RecordType(
    name: "disk_encryption_volume",
    fields: [
      .required("target", .string, zh: "挂载点；交换区为 swap", en: "Where it is mounted, or swap"),
      .required("device", .string, zh: "设备", en: "The device"),
      .required("type", .string, zh: "文件系统类型", en: "The type of the file system"),
      .optional(
        "is_encrypted", .bool, zh: "是否全部位于加密设备上；无从得知时没有",
        en: "Whether all of it lies on encrypted devices; missing where nothing tells"),
    ], identifyingField: "target")

  private static let entryType = RecordType(
    name: "disk_encryption_entry",
    fields: [
      .required("name", .string, zh: "卷名", en: "The name of the volume"),
      .required("device", .string, zh: "被加密的设备", en: "The device that is encrypted"),
      .required("options", .list(.string), zh: "选项", en: "The options"),
      .required("is_plain", .bool, zh: "是否没有 LUKS 头的裸加密", en: "Whether it has no LUKS header"),
      .required(
        "has_key_file", .bool, zh: "是否以密钥文件打开，而非输入口令",
        en: "Whether a key file opens it instead of a passphrase"),
    ], identifyingField: "name")

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    var reader = HostReader(host)
    var crypttab: [EvidenceValue] = []
    var names: Set<String> = []
    for (number, line) in try await reader.textIfPresent("/etc/crypttab")?.lines ?? [] {
      let fields = line.split { $0 == " " || $0 == "\t" }.map(String.init)
      guard fields.count >= 2, !fields[0].hasPrefix("#") else { continue }
      let options = fields.count > 3 ? fields[3].split(separator: ",").map(String.init) : []
      if let source = reader.trail.sources.indices.last {
        reader.trail.origin(["crypttab", String(crypttab.count)], source: source, line: number)
      }
      names.insert(fields[0])
      let key = fields.count > 2 ? fields[2] : "none"
      crypttab.append([
        "name": .string(fields[0]), "device": .string(fields[1]), "options": .strings(options),
        "is_plain": .bool(options.contains("plain") || options.contains("swap")),
        "has_key_file": .bool(!["none", "-"].contains(key)),
      ])
    }
    let volumes =
      host.isLive
      ? try await running(&reader) : try await planned(encrypted: names, &reader)
    return CollectedEvidence(
      [
        "is_running": .bool(host.isLive), "volumes": .list(volumes), "crypttab": .list(crypttab),
      ], reader.trail)
  }

  // MARK: - Running

  private func running(_ reader: inout HostReader) async throws(CollectionFailure)
    -> [EvidenceValue]
  {
    let mounts = try await reader.text("/proc/self/mountinfo")
    var volumes: [EvidenceValue] = []
    for (number, line) in mounts.lines {
      let fields = line.split(separator: " ").map(String.init)
      guard let dash = fields.firstIndex(of: "-"), dash >= 6, fields.count > dash + 2,
        BlockDevices.isNumber(fields[2]), !fields[2].hasPrefix("0:")
      else { continue }
      let answer = try await BlockDevices.isEncrypted(fields[2], &reader)
      reader.trail.origin(
        ["volumes", String(volumes.count)], source: mounts.source, line: number)
      volumes.append(Self.volume(fields[4], fields[dash + 2], fields[dash + 1], answer))
    }
    guard let swaps = try await reader.textIfPresent("/proc/swaps") else { return volumes }
    for (number, line) in swaps.lines.dropFirst() {
      let fields = line.split { $0 == " " || $0 == "\t" }.map(String.init)
      guard fields.count >= 2, fields[1] == "partition" else { continue }
      var answer: Bool?
      if let device = try await BlockDevices.number(ofDevice: fields[0], &reader) {
        answer = try await BlockDevices.isEncrypted(device, &reader)
      }
      reader.trail.origin(
        ["volumes", String(volumes.count)], source: swaps.source, line: number)
      volumes.append(Self.volume("swap", fields[0], "swap", answer))
    }
    return volumes
  }

  // MARK: - Stored

  /// A device mapper name that crypttab has is encrypted; of another, such as a logical volume, the
  /// files do not tell what lies below.
  private func planned(encrypted names: Set<String>, _ reader: inout HostReader)
    async throws(CollectionFailure) -> [EvidenceValue]
  {
    let table = try await reader.text("/etc/fstab")
    var volumes: [EvidenceValue] = []
    for (number, line) in table.lines {
      let fields = line.split { $0 == " " || $0 == "\t" }.map(String.init)
      let signs = ["/dev/", "UUID=", "LABEL=", "PARTUUID=", "PARTLABEL="]
      guard fields.count >= 3, signs.contains(where: fields[0].hasPrefix) else { continue }
      let mapper = "/dev/mapper/"
      let isPartition = ["/dev/sd", "/dev/vd", "/dev/nvme", "/dev/xvd", "/dev/hd", "PARTUUID="]
        .contains(where: fields[0].hasPrefix)
      var answer: Bool? = isPartition ? false : nil
      if fields[0].hasPrefix(mapper), names.contains(String(fields[0].dropFirst(mapper.count))) {
        answer = true
      }
      reader.trail.origin(["volumes", String(volumes.count)], source: table.source, line: number)
      let target = fields[2] == "swap" ? "swap" : fields[1]
      volumes.append(Self.volume(target, fields[0], fields[2], answer))
    }
    return volumes
  }

  private static func volume(
    _ target: String, _ device: String, _ type: String, _ isEncrypted: Bool?
  ) -> EvidenceValue {
    var value: EvidenceObject = [
      "target": .string(target), "device": .string(device), "type": .string(type),
    ]
    value["is_encrypted"] = isEncrypted.map { .bool($0) }
    return .object(value)
  }
}
