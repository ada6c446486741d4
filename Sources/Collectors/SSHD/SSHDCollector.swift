// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
package import EvidenceModel

/// The settings of the OpenSSH server as they take effect.
///
/// A plain look at the file misleads: the first value wins, includes count where they stand, `Match
/// all` overrides, and most settings are defaults. On a running system sshd itself is asked, and
/// the files tell where each value stands; elsewhere the files alone are read the way sshd does.
/// Files that sshd would refuse have no settings in effect, so the collection fails.
package struct SSHDCollector: Collector {
  package init() {}

  package let description = CollectorDescription(
    id: "sshd",
    summary: LocalizedText(
      zh: "OpenSSH 服务器实际生效的设置，含 Include、Match 与默认值",
      en: "The settings of the OpenSSH server in effect, with includes, Match blocks and defaults"),
    arguments: [
      ArgumentDescription(
        "path", .text, default: "/etc/ssh/sshd_config", zh: "主配置文件",
        en: "The main configuration file")
    ],
    output: RecordType(
      name: "sshd",
      fields: SSHDKeyword.all.map { .required($0.name, $0.type, zh: $0.zh, en: $0.en) } + [
        .required(
          "match_blocks",
          .list(
            .record(
              RecordType(
                name: "sshd_match_block",
                fields: [
                  .required(
                    "condition", .string, zh: "Match 行的条件", en: "The criteria of the Match line"),
                  .required(
                    "settings", .map(.string, .string), zh: "块内的设置，关键字小写",
                    en: "The settings of the block, keywords in lower case"),
                ]))),
          zh: "按次序的 Match 块", en: "The Match blocks in order")
      ]),
    privileges: LocalizedText(
      zh: "root 可直接询问 sshd；否则对配置文件的读权限",
      en: "Root to ask sshd itself; else read permission on the files"),
    reads: LocalizedText(
      zh: "sshd_config 及其包含的文件；sshd -T", en: "sshd_config and what it includes; sshd -T"),
    example: example)

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    let path = arguments.text("path")
    var reader = HostReader(host)
    var configuration = SSHDConfiguration()
    if let file = try await reader.textIfPresent(path) {
      try await configuration.read(file, &reader)
    } else {
      guard try await reader.status("/usr/sbin/sshd") != nil else {
        throw CollectionFailure(HostError(.notFound, path))
      }
    }
    let printed = try await printedSettings(path, &reader, configuration.refusals)
    // A server that takes its configuration knows keywords that we do not.
    if printed == nil, let reason = CollectorMessages.refused(configuration.refusals) {
      throw reader.failure(.failed, reason)
    }
    var value = EvidenceObject()
    for keyword in SSHDKeyword.all {
      let entries = configuration.effective(keyword.name)
      guard let read = keyword.value(of: entries) else {
        throw reader.failure(.failed, malformed(entries, reader))
      }
      value[keyword.name] =
        printed.flatMap { keyword.printedValue(of: $0[keyword.name] ?? []) } ?? read
      if let first = entries.first {
        reader.trail.origin([keyword.name], source: first.source, line: first.line)
      }
    }
    value["match_blocks"] = .list(
      configuration.blocks.enumerated().map { index, block in
        Self.value(of: block, at: index, &reader.trail)
      })
    return CollectedEvidence(.object(value), reader.trail)
  }

  private func malformed(_ entries: [SSHDConfiguration.Entry], _ reader: HostReader)
    -> LocalizedText
  {
    let entry = entries.first
    let name = entry.map { reader.trail.sources[$0.source].name } ?? ""
    return CollectorMessages.malformed(name, line: entry?.line ?? 0)
  }

  private static func value(
    of block: SSHDConfiguration.MatchBlock, at index: Int, _ trail: inout EvidenceTrail
  ) -> EvidenceValue {
    let path = ["match_blocks", String(index)]
    trail.origin(path, source: block.entry.source, line: block.entry.line)
    var settings = EvidenceObject()
    for keyword in block.keywords {
      guard let entry = block.settings[keyword]?.first else { continue }
      settings[keyword] = .string(entry.arguments.joined(separator: " "))
      trail.origin(path + ["settings", keyword], source: entry.source, line: entry.line)
    }
    return ["condition": .string(block.condition), "settings": .object(settings)]
  }

  /// Returns what sshd prints, by keyword; `nil` where it cannot be asked.
  ///
  /// - Throws: when sshd refuses its configuration.
  private func printedSettings(
    _ path: String, _ reader: inout HostReader, _ refusals: [LocalizedText]
  ) async throws(CollectionFailure) -> [String: [String]]? {
    guard reader.host.isLive, reader.host.isPrivileged,
      let command = ReadOnlyCommand.sshdSettings(path: path)
    else { return nil }
    let output: CommandOutput
    do {
      output = try await reader.host.run(command)
    } catch {
      // A server that cannot be started has nothing to say; one that hangs makes the files suspect.
      guard error.code == .timedOut || error.code == .failed else { return nil }
      throw reader.failure(error.status, error.message)
    }
    guard output.exitCode == 0 else {
      // The first two say that sshd has never been started here, the third that a Match block asks
      // for what only a connection has; none says anything about the configuration.
      let excuses = ["no hostkeys", "privilege separation", "connection test specification"]
      let errors = output.errorText
      if excuses.contains(where: { errors.contains($0) }) { return nil }
      throw reader.failure(
        .failed,
        CollectorMessages.refused(refusals)
          ?? CollectorMessages.commandFailed(command.line, output.exitCode, errors))
    }
    reader.trail.add(command, output)
    var settings: [String: [String]] = [:]
    for line in output.text.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard let keyword = parts.first else { continue }
      settings[keyword.lowercased(), default: []].append(parts.count > 1 ? String(parts[1]) : "")
    }
    return settings.isEmpty ? nil : settings
  }

  /// The defaults.
  private static var example: EvidenceValue {
    var value = EvidenceObject()
    for keyword in SSHDKeyword.all { value[keyword.name] = keyword.value(of: []) }
    value["match_blocks"] = []
    return .object(value)
  }
}
