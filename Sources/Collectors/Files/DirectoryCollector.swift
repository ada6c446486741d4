// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Chronology
import Diagnostics
package import EvidenceModel

/// What lies below a folder, by filters.
package struct DirectoryCollector: Collector {
  /// The most things that are given.
  private static let mostEntries = 10_000

  package init() {}

  package let description = CollectorDescription(
    id: "directory",
    summary: LocalizedText(
      zh: "一个目录之下符合条件的文件、目录与链接；同一次采集的全部查询只遍历磁盘一次，不跟随链接",
      en:
        "What lies below a folder and fits filters; all queries of a collection share one walk of "
        + "the disk, which follows no links"),
    arguments: DirectoryArguments.all,
    output: RecordType(
      name: "directory",
      fields: [
        .required("path", .string, zh: "查询的目录", en: "The folder that was asked for"),
        .required(
          "entries", .list(.record(DirectoryArguments.entryType)),
          zh: "符合条件的项，按路径次序，至多 limit 项", en: "What fits, in the order of paths, up to the limit"),
        .required("count", .int, zh: "符合条件的项数", en: "How many fit"),
        .required("visited", .int, zh: "查看过的项数", en: "How many were looked at"),
        .required(
          "unreadable", .list(.string), zh: "无权进入的目录，至多 100 个；不为空时清单不完整",
          en: "Folders that may not be looked into, up to 100; unless empty the list is incomplete"),
        .required("unreadable_count", .int, zh: "无权进入的目录数", en: "How many such folders there are"),
      ], identifyingField: "path"),
    privileges: LocalizedText(
      zh: "对各级目录的读与执行权限；无权进入的目录会列出",
      en: "Read and search permission on the folders; those without it are listed"),
    reads: LocalizedText(
      zh: "目录及其下各级目录的条目与属性，不读文件内容；/etc/passwd（有属主条件时）",
      en: "Names and attributes below the folder, no contents; /etc/passwd for filters by owner"),
    exampleArguments: ["path": "/srv", "kind": "file", "any_permissions": "0002"],
    example: [
      "path": "/srv",
      "entries": [
        [
          "path": "/srv/upload/a.php", "name": "a.php", "type": "file", "mode": "0666",
          "permissions": 0o666, "owner": "www-data", "uid": 33, "gid": 33, "size": 12,
          "modified": "2026-01-10T08:00:00+08:00",
        ]
      ], "count": 1, "visited": 120, "unreadable": [], "unreadable_count": 0,
    ],
    // A cold disk with a million files takes minutes.
    timeLimit: 900_000)

  package func walks(_ arguments: CollectorArguments, on host: any Host) async -> [WalkRequest] {
    await [request(arguments, OwnerNames(host))]
  }

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    let path = arguments.text("path")
    let names = await OwnerNames(host)
    let request = request(arguments, names)
    guard let outcome = await host.walk([request]).first else {
      throw CollectionFailure(HostError(.failed, path))
    }
    let result: WalkResult
    do {
      result = try outcome.get()
    } catch {
      throw CollectionFailure(error)
    }
    var trail = EvidenceTrail()
    trail.add(EvidenceSource(.file, path))
    return CollectedEvidence(
      [
        "path": .string(path), "entries": .list(result.matches.map { entry($0, names) }),
        "count": .int(Int64(result.count)), "visited": .int(Int64(result.visited)),
        "unreadable": .strings(result.unreadable),
        "unreadable_count": .int(Int64(result.unreadableCount)),
      ], trail)
  }

  private func request(_ arguments: CollectorArguments, _ owners: OwnerNames) -> WalkRequest {
    var filter = WalkFilter()
    filter.names = arguments.texts("name")
    filter.kinds = Set(arguments.texts("kind").compactMap(FileStatus.Kind.init))
    filter.anyPermissions = arguments.permissions("any_permissions") ?? 0
    filter.allPermissions = arguments.permissions("all_permissions") ?? 0
    let users = arguments.texts("owner")
    if !users.isEmpty { filter.userIDs = owners.numbers(of: users) }
    filter.excludedUserIDs = owners.numbers(of: arguments.texts("not_owner"))
    if arguments.flag("unowned") { filter.excludedUserIDs.formUnion(owners.all) }
    let least = Int64(arguments.integer("min_size") ?? 0)
    filter.sizes = least...max(least, Int64(arguments.integer("max_size") ?? .max))
    filter.modifiedAfter = arguments.instant("modified_after")
    filter.modifiedBefore = arguments.instant("modified_before")
    return WalkRequest(
      root: arguments.text("path"), filter: filter, depth: arguments.integer("depth") ?? .max,
      crossesMounts: arguments.flag("cross_mounts"), exclusions: arguments.texts("exclude"),
      limit: min(arguments.integer("limit") ?? 1_000, Self.mostEntries))
  }

  private func entry(_ match: WalkResult.Match, _ owners: OwnerNames) -> EvidenceValue {
    let status = match.status
    var value: EvidenceObject = [
      "path": .string(match.path),
      "name": .string(match.path.split(separator: "/").last.map(String.init) ?? ""),
      "type": .string(status.kind.rawValue), "mode": .string(status.octalPermissions),
      "permissions": .int(Int64(status.permissions)),
    ]
    value["owner"] = owners.name(of: status.userID).map { .string($0) }
    value["uid"] = .int(status.userID)
    value["gid"] = .int(status.groupID)
    value["size"] = .int(status.size)
    value["modified"] = .string(status.modified.formatted())
    value["link_target"] = status.linkTarget.map { .string($0) }
    return .object(value)
  }
}
