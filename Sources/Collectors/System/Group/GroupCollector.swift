// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
package import EvidenceModel

/// The groups with all their members.
package struct GroupCollector: Collector {
  package init() {}

  package let description = CollectorDescription(
    id: "group",
    summary: LocalizedText(
      zh: "用户组及其全部成员（含以其为主组的用户）",
      en: "The groups with all their members, those with it as their first group among them"),
    arguments: [
      ArgumentDescription(
        "names", .textOrList, zh: "只要这些组；省略则为全部", en: "Only these groups; all when left out")
    ],
    output: RecordType(
      name: "group",
      fields: [
        .required(
          "groups",
          .list(
            .record(
              RecordType(
                name: "group_entry",
                fields: [
                  .required("name", .string, zh: "组名", en: "The name of the group"),
                  .required("gid", .int, zh: "组编号", en: "The number of the group"),
                  .required(
                    "members", .list(.string), zh: "全部成员，按名称排列",
                    en: "All members in the order of their names"),
                  .required(
                    "primary_members", .list(.string), zh: "以其为主组的用户",
                    en: "The users who have it as their first group"),
                ], identifyingField: "name"))),
          zh: "按文件中的次序", en: "In the order of the file"),
        .required(
          "duplicate_gids", .list(.int), zh: "多个组共用的编号",
          en: "The numbers that several groups share"),
        .required(
          "missing_gids", .list(.int), zh: "用户的主组编号中没有对应组的",
          en: "The numbers of users' first groups that no group has"),
      ]),
    privileges: LocalizedText(zh: "无", en: "None"),
    reads: LocalizedText(zh: "/etc/group 与 /etc/passwd", en: "/etc/group and /etc/passwd"),
    exampleArguments: ["names": ["wheel"]],
    example: [
      "groups": [
        ["name": "wheel", "gid": 10, "members": ["ops"], "primary_members": []]
      ],
      "duplicate_gids": [], "missing_gids": [],
    ])

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    var reader = HostReader(host)
    let file = try await reader.text("/etc/group")
    let passwd = try await reader.textIfPresent("/etc/passwd")
    var primary: [Int64: [String]] = [:]
    for (_, line) in passwd?.lines ?? [] {
      let fields = line.split(separator: ":", omittingEmptySubsequences: false)
      guard fields.count >= 7, !fields[0].isEmpty, let gid = Int64(fields[3]) else { continue }
      primary[gid, default: []].append(String(fields[0]))
    }
    let all = file.lines.compactMap { AccountGroup($0.text, line: $0.number) }
    let names = arguments.texts("names")
    var groups: [EvidenceValue] = []
    for group in all where names.isEmpty || names.contains(group.name) {
      reader.trail.origin(["groups", String(groups.count)], source: file.source, line: group.line)
      let firsts = (primary[group.gid] ?? []).sorted()
      groups.append([
        "name": .string(group.name), "gid": .int(group.gid),
        "members": .strings(Set(group.members + firsts).sorted()),
        "primary_members": .strings(firsts),
      ])
    }
    let counts = Dictionary(grouping: all, by: \.gid)
    let shared = counts.filter { $0.value.count > 1 }.keys.sorted()
    let missing = primary.keys.filter { counts[$0] == nil }.sorted()
    return CollectedEvidence(
      [
        "groups": .list(groups), "duplicate_gids": .list(shared.map { .int($0) }),
        "missing_gids": .list(missing.map { .int($0) }),
      ], reader.trail)
  }
}
