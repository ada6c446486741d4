// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Chronology
import Diagnostics
package import EvidenceModel

/// Owner, permissions and digest of one file or folder.
package struct FileCollector: Collector {
  /// The largest file in bytes that is digested.
  private static let digestLimit = 64 << 20

  package init() {}

  package let description = CollectorDescription(
    id: "file",
    summary: LocalizedText(
      zh: "一个文件或目录的属主、权限与摘要", en: "Owner, permissions and digest of one file or folder"),
    arguments: [
      ArgumentDescription("path", .text, isRequired: true, zh: "绝对路径", en: "The absolute path")
    ],
    output: RecordType(
      name: "file",
      fields: [
        .required("path", .string, zh: "查询的路径", en: "The path that was asked for"),
        .required(
          "type", .string,
          zh: "file、directory、symlink（指向不存在目标的链接）或 other；其余链接按其目标计",
          en:
            "file, directory, symlink (a link to nothing) or other; other links count as their target"
        ),
        .required(
          "mode", .string, zh: "四位八进制权限，如 0640",
          en: "Permissions as four octal digits, such as 0640"),
        .required("permissions", .int, zh: "权限位，0 至 4095", en: "The permission bits, 0 to 4095"),
        .optional("owner", .string, zh: "属主用户名", en: "The name of the owner"),
        .optional("group", .string, zh: "属组名", en: "The name of the group"),
        .required("uid", .int, zh: "属主编号", en: "The number of the owner"),
        .required("gid", .int, zh: "属组编号", en: "The number of the group"),
        .required("size", .int, zh: "大小（字节）", en: "The size in bytes"),
        .required("modified", .timestamp, zh: "最后修改时间", en: "When it was last written"),
        .optional(
          "sha256", .string, zh: "内容的 SHA-256；不超过 64 MiB 且可读的普通文件才有",
          en: "SHA-256 of the contents, for readable files of up to 64 MiB"),
        .optional(
          "link_target", .string, zh: "路径为链接时的目标", en: "Where the path points when it is a link"),
      ], identifyingField: "path"),
    privileges: LocalizedText(
      zh: "读取属性需要对上级目录的执行权限；摘要需要读权限",
      en: "Attributes need search permission on the folders above; the digest needs read permission"
    ),
    reads: LocalizedText(
      zh: "该路径、/etc/passwd、/etc/group", en: "The path, /etc/passwd and /etc/group"),
    exampleArguments: ["path": "/etc/shadow"],
    example: [
      "path": "/etc/shadow", "type": "file", "mode": "0640", "permissions": 0o640,
      "owner": "root", "group": "shadow", "uid": 0, "gid": 42, "size": 1_024,
      "modified": "2026-01-10T08:00:00+08:00",
    ])

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    let path = arguments.text("path")
    var reader = HostReader(host)
    guard let own = try await reader.status(path) else {
      throw CollectionFailure(HostError(.notFound, path))
    }
    var status = own
    if own.kind == .symlink, let target = try await reader.status(path, followLinks: true) {
      status = target
    }
    var value: EvidenceObject = [
      "path": .string(path), "type": .string(status.kind.rawValue),
      "mode": .string(Self.octal(status.permissions)),
      "permissions": .int(Int64(status.permissions)),
    ]
    value["owner"] = await name(of: status.userID, in: "/etc/passwd", on: host).map { .string($0) }
    value["group"] = await name(of: status.groupID, in: "/etc/group", on: host).map { .string($0) }
    value["uid"] = .int(status.userID)
    value["gid"] = .int(status.groupID)
    value["size"] = .int(status.size)
    value["modified"] = .string(status.modified.formatted())
    var source = EvidenceSource(.file, path, size: status.size, modified: status.modified)
    if status.kind == .file, status.size <= Self.digestLimit,
      let file = try? await host.read(path, limit: Self.digestLimit)
    {
      source = file.source
      value["sha256"] = source.sha256.map { .string($0) }
    }
    value["link_target"] = own.linkTarget.map { .string($0) }
    reader.trail.add(source)
    return CollectedEvidence(.object(value), reader.trail)
  }

  /// Returns the name of a number in a file of `name:x:number:` lines; without the file no name.
  private func name(of number: Int64, in path: String, on host: any Host) async -> String? {
    guard let file = try? await host.read(path) else { return nil }
    for line in file.bytes.split(separator: 0x0A) {
      let fields = line.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      if fields.count > 2, Int64(String(decoding: fields[2], as: UTF8.self)) == number {
        return String(decoding: fields[0], as: UTF8.self)
      }
    }
    return nil
  }

  /// Returns permission bits as four octal digits.
  private static func octal(_ permissions: Int) -> String {
    let digits = String(permissions, radix: 8)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
