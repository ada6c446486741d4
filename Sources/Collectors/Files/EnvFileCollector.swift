// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
package import EvidenceModel

/// The variables of one file of `NAME=value` lines.
package struct EnvFileCollector: Collector {
  package init() {}

  package let description = CollectorDescription(
    id: "env-file",
    summary: LocalizedText(
      zh: "一个环境变量文件（.env、Docker env_file、/etc/default）中的变量",
      en: "The variables of one file of NAME=value lines: .env, Docker's env_file, /etc/default"),
    arguments: [DataFile.path],
    output: RecordType(
      name: "env_file",
      fields: [
        DataFile.pathField,
        .required(
          "variables", .map(.string, .string), zh: "每个变量的最后一个值，引号已去掉",
          en: "The last value of each variable, quotes taken off"),
        .required(
          "inherited", .list(.string), zh: "只有名称、没有等号的变量，其值取自启动环境",
          en: "Variables without a sign, whose value the environment gives"),
      ]),
    privileges: DataFile.privileges,
    reads: DataFile.reads,
    exampleArguments: ["path": "/opt/shop/.env"],
    example: [
      "path": "/opt/shop/.env",
      "variables": ["APP_DEBUG": "false", "DB_PASSWORD": "[redacted:password:16]"],
      "inherited": [],
    ])

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    let path = arguments.text("path")
    var reader = HostReader(host)
    let (source, index) = try await DataFile.read(path, &reader)
    var variables = EvidenceObject()
    var inherited: [String] = []
    var lines: [String: Int] = [:]
    for entry in try EnvironmentFile.entries(of: source, reader) {
      if let value = entry.value {
        variables[entry.name] = .string(value)
        lines[entry.name] = entry.line
      } else {
        reader.trail.origin(
          ["inherited", String(inherited.count)], source: index, line: entry.line)
        inherited.append(entry.name)
      }
    }
    for name in variables.sortedKeys {
      reader.trail.origin(["variables", name], source: index, line: lines[name])
    }
    return CollectedEvidence(
      [
        "path": .string(path), "variables": .object(variables), "inherited": .strings(inherited),
      ], reader.trail)
  }
}
