// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
package import EvidenceModel

/// The settings of configuration files in any of the formats that Augeas reads.
package struct ConfigCollector: Collector {
  package init() {}

  package let description = CollectorDescription(
    id: "config",
    summary: LocalizedText(
      zh: "Augeas 能解析的任何配置文件中的设置",
      en: "The settings of configuration files in any format that Augeas reads"),
    arguments: [
      ArgumentDescription(
        "path", .textOrList, isRequired: true, zh: "绝对路径或通配模式，或按生效次序排列的列表",
        en: "An absolute path or a pattern, or a list of them in the order in which they apply"),
      ArgumentDescription(
        "lens", .text, zh: "Augeas 透镜，如 Ntp.lns；常见路径可省略",
        en: "The Augeas lens, such as Ntp.lns; well-known paths need none"),
    ],
    output: RecordType(
      name: "config",
      fields: [
        .required(
          "paths", .list(.string), zh: "读取的文件，按次序", en: "The files that were read, in order"),
        .required("lens", .string, zh: "首个文件所用的透镜", en: "The lens of the first file"),
        .required(
          "settings", .map(.string, .string), zh: "每个设置的最后一个值；名称为文件内的标签路径，以 / 连接，不含序号",
          en: "The last value of each setting, by its labels joined with / and without indexes"),
        .required(
          "values", .map(.string, .list(.string)), zh: "每个设置的全部值，按次序",
          en: "All values of each setting, in order"),
      ]),
    privileges: LocalizedText(zh: "对文件的读权限", en: "Read permission on the files"),
    reads: LocalizedText(zh: "参数所列的文件", en: "The files that the argument names"),
    exampleArguments: ["path": "/etc/login.defs"],
    example: [
      "paths": ["/etc/login.defs"], "lens": "Login_defs.lns",
      "settings": ["PASS_MAX_DAYS": "90"], "values": ["PASS_MAX_DAYS": ["90"]],
    ])

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    var reader = HostReader(host)
    var settings = ConfigSettings()
    var lenses: [String] = []
    var paths: [String] = []
    for path in try await reader.expand(arguments.texts("path")) {
      guard let file = try await reader.fileIfPresent(path) else { continue }
      guard let lens = arguments.optionalText("lens") ?? LensTable.lens(of: path) else {
        throw reader.failure(.unsupported, CollectorMessages.unknownFormat(path))
      }
      let nodes = try parse(file, lens: lens, reader)
      settings.add(nodes, of: file, lens: lens, source: reader.trail.add(file))
      lenses.append(lens)
      paths.append(path)
    }
    guard let lens = lenses.first else {
      let patterns = arguments.texts("path").joined(separator: ", ")
      throw CollectionFailure(HostError(.notFound, patterns))
    }
    var trail = reader.trail
    let maps = settings.finish(&trail)
    return CollectedEvidence(
      [
        "paths": .strings(paths), "lens": .string(lens), "settings": maps.settings,
        "values": maps.values,
      ], trail)
  }

  private func parse(
    _ file: HostFile, lens: String, _ reader: HostReader
  )
    throws(CollectionFailure) -> [AugeasParser.Node]
  {
    guard !file.bytes.contains(0) else {
      throw reader.failure(.failed, CollectorMessages.binary(file.path))
    }
    let limit = AugeasLimits.isRecursive(lens) ? AugeasLimits.recursiveSize : AugeasLimits.size
    guard file.bytes.count <= limit else {
      throw CollectionFailure(HostError(.tooLarge, file.path))
    }
    do throws(AugeasParser.Failure) {
      let nodes = try AugeasPool.shared.parse(file.bytes, lens: lens, path: file.path)
      if let nodes { return nodes }
    } catch {
      throw reader.failure(error.isInText ? .failed : .unsupported, error.reason)
    }
    throw reader.failure(.failed, CollectorMessages.noAugeas)
  }
}

/// The settings of several files, later files after earlier ones.
struct ConfigSettings {
  private var keys: [String] = []
  private var values: [String: [(text: String, source: Int, line: Int?)]] = [:]
  private var secretKeys: Set<String> = []

  /// Adds the nodes of a file that a lens gave.
  mutating func add(
    _ nodes: [AugeasParser.Node], of file: HostFile, lens: String, source: Int
  ) {
    let text = SourceText(name: file.path, utf8: file.bytes)
    // In formats of name-value pairs the name of a secret is the value of the node above it.
    let secrets = Set(
      nodes.filter { $0.hasChildren && SecretNames.kind(of: $0.value ?? "") != nil }.map(\.path))
    for node in nodes {
      guard !node.labels.contains(where: Self.isComment), node.value != nil || !node.hasChildren
      else { continue }
      var names = node.labels.filter { Int($0) == nil }
      // The lens of units puts a node `value` below each setting that is no list of words.
      if lens.hasPrefix("Systemd."), names.last == "value" { names.removeLast() }
      // The lines of a file without names, such as /etc/profile, keep their numbers as names.
      let key = (names.isEmpty ? node.labels : names).joined(separator: "/")
      if values[key] == nil { keys.append(key) }
      let line = node.start.map { text.position(at: $0).line }
      values[key, default: []].append((node.value ?? "", source, line))
      if secrets.contains(node.parent) { secretKeys.insert(key) }
    }
  }

  /// Whether a label is that of a comment.
  private static func isComment(_ label: String) -> Bool {
    label.hasPrefix("#") || label.hasPrefix("!comment")
  }

  /// Returns the last and all values by name, and notes where they were read.
  func finish(_ trail: inout EvidenceTrail) -> (settings: EvidenceValue, values: EvidenceValue) {
    var last = EvidenceObject()
    var all = EvidenceObject()
    for key in keys {
      let entries = values[key] ?? []
      all[key] = .strings(entries.map(\.text))
      for (index, entry) in entries.enumerated() {
        trail.origin(["values", key, String(index)], source: entry.source, line: entry.line)
      }
      if let entry = entries.last {
        last[key] = .string(entry.text)
        trail.origin(["settings", key], source: entry.source, line: entry.line)
      }
      if secretKeys.contains(key) {
        trail.secretPaths.formUnion([["settings", key], ["values", key]])
      }
    }
    return (.object(last), .object(all))
  }
}
