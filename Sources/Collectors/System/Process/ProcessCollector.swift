// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
package import EvidenceModel

/// The processes of a running system.
package struct ProcessCollector: Collector {
  package init() {}

  package let description = CollectorDescription(
    id: "process",
    summary: LocalizedText(
      zh: "运行中的进程：名称、用户与去除口令的命令行",
      en: "The running processes: name, user and command line without secrets"),
    arguments: [
      ArgumentDescription(
        "names", .textOrList, zh: "只要这些名称的进程；省略则为全部",
        en: "Only the processes with these names; all when left out")
    ],
    output: RecordType(
      name: "process",
      fields: [
        .required(
          "processes",
          .list(
            .record(
              RecordType(
                name: "process_entry",
                fields: [
                  .required("pid", .int, zh: "进程编号", en: "The number of the process"),
                  .required("parent", .int, zh: "父进程编号", en: "The number of the parent process"),
                  .required("name", .string, zh: "程序名称", en: "The name of the program"),
                  .required("uid", .int, zh: "有效用户编号", en: "The number of the effective user"),
                  .optional("user", .string, zh: "有效用户名称", en: "The name of the effective user"),
                  .required(
                    "arguments", .list(.string), zh: "命令行各词，口令已去除；内核线程为空",
                    en: "The words of the command line without secrets; none for kernel threads"),
                  .required("is_kernel", .bool, zh: "是否内核线程", en: "Whether it is a kernel thread"),
                ], identifyingField: "name"))),
          zh: "按编号排列", en: "In the order of their numbers")
      ]),
    privileges: LocalizedText(
      zh: "以 hidepid 挂载 /proc 时，他人的进程只有 root 可见",
      en: "Where /proc is mounted with hidepid, only root sees other users' processes"),
    reads: LocalizedText(
      zh: "/proc/*/status、/proc/*/cmdline、/etc/passwd",
      en: "/proc/*/status, /proc/*/cmdline and /etc/passwd"),
    exampleArguments: ["names": ["nginx"]],
    example: [
      "processes": [
        [
          "pid": 812, "parent": 1, "name": "nginx", "uid": 33, "user": "www-data",
          "arguments": ["nginx: worker process"], "is_kernel": false,
        ]
      ]
    ])

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    guard host.isLive else {
      throw CollectionFailure(.unsupported, CollectorMessages.needsRunningSystem)
    }
    var reader = HostReader(host)
    guard try await reader.fileIfPresent("/proc/self/status") != nil else {
      throw reader.failure(.unsupported, CollectorMessages.noProcessFolder)
    }
    let names = arguments.texts("names")
    let entries = try await ProcessTable.read(names: names.isEmpty ? nil : Set(names), reader)
    let users = try await users(&reader)
    var processes: [EvidenceValue] = []
    for entry in entries {
      let path = ["processes", String(processes.count)]
      for file in entry.files { reader.trail.add(file) }
      if let status = entry.files.first {
        reader.trail.origin(path, source: reader.trail.add(status))
      }
      for index in CommandSecrets.indexes(in: entry.arguments) {
        reader.trail.secretPaths.insert(path + ["arguments", String(index)])
      }
      var value: EvidenceObject = [
        "pid": .int(entry.pid), "parent": .int(entry.parent), "name": .string(entry.name),
        "uid": .int(entry.userID),
      ]
      value["user"] = users[entry.userID].map { .string($0) }
      value["arguments"] = .strings(entry.arguments)
      // The kernel's own threads are number 2 and what it starts.
      value["is_kernel"] = .bool(
        entry.arguments.isEmpty && (entry.pid == 2 || entry.parent == 2))
      processes.append(.object(value))
    }
    return CollectedEvidence(["processes": .list(processes)], reader.trail)
  }

  /// Returns the names of users by their numbers; of several names the first.
  private func users(_ reader: inout HostReader) async throws(CollectionFailure) -> [Int64: String]
  {
    guard let file = try await reader.textIfPresent("/etc/passwd") else { return [:] }
    var names: [Int64: String] = [:]
    for (_, line) in file.lines {
      let fields = line.split(separator: ":", omittingEmptySubsequences: false)
      guard fields.count >= 3, let number = Int64(fields[2]), names[number] == nil else { continue }
      names[number] = String(fields[0])
    }
    return names
  }
}
