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
      zh: "一个文件或目录的属主、权限、访问控制列表、能力与摘要",
      en: "Owner, permissions, access control list, capabilities and digest of one file or folder"),
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
        .optional(
          "acl", .list(.string),
          zh: "访问控制列表，写法同 getfacl，如 user:shop:rw-；只有权限位时为空；无从得知时没有此字段",
          en:
            "The access control list as getfacl writes it, such as user:shop:rw-; empty where the "
            + "permission bits are all; missing where the host cannot tell"),
        .optional(
          "capabilities", .list(.string), zh: "文件能力，写法同 getcap，如 cap_net_raw=ep；无从得知时没有此字段",
          en:
            "The file's capabilities as getcap writes them, such as cap_net_raw=ep; missing where "
            + "the host cannot tell"),
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
      "mode": .string(status.octalPermissions),
      "permissions": .int(Int64(status.permissions)),
    ]
    let users = await OwnerNames(host)
    let groups = await OwnerNames(host, "/etc/group")
    value["owner"] = users.name(of: status.userID).map { .string($0) }
    value["group"] = groups.name(of: status.groupID).map { .string($0) }
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
    value["acl"] = await attribute(AccessControlList.attribute, of: path, on: host) {
      AccessControlList($0, users: users, groups: groups)?.entries
    }
    value["capabilities"] = await attribute(FileCapabilities.attribute, of: path, on: host) {
      FileCapabilities($0)?.entries
    }
    reader.trail.add(source)
    return CollectedEvidence(.object(value), reader.trail)
  }

  /// Returns the entries of an attribute: none where the file has no such attribute, `nil` where
  /// nobody can tell.
  private func attribute(
    _ name: String, of path: String, on host: any Host, _ entries: ([UInt8]) -> [String]?
  ) async -> EvidenceValue? {
    do {
      guard let bytes = try await host.extendedAttribute(name, of: path) else { return [] }
      return entries(bytes).map { .strings($0) }
    } catch {
      return nil
    }
  }
}
