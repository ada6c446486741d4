// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// The unit files of systemd and the links that enable them, read without systemd.
struct UnitFiles {
  /// The folders of units, the strongest first (systemd.unit(5)).
  private static let folders = [
    "/etc/systemd/system", "/run/systemd/system", "/run/systemd/generator",
    "/usr/local/lib/systemd/system", "/usr/lib/systemd/system", "/lib/systemd/system",
    "/run/systemd/generator.late",
  ]
  /// The folders whose links enable a unit.
  private static let linkFolders = ["/etc/systemd/system", "/run/systemd/system"]

  /// The names in each folder that exists.
  private let names: [String: Set<String>]
  /// The units that a link in a folder of wanted or required units names.
  private let wanted: Set<String>

  /// Whether there is any folder of units.
  var exist: Bool { !names.isEmpty }

  /// Lists the folders of a host.
  init(_ reader: HostReader) async throws(CollectionFailure) {
    var names: [String: Set<String>] = [:]
    var wanted: Set<String> = []
    for folder in Self.folders {
      let list = try await reader.list(folder)
      if !list.isEmpty { names[folder] = Set(list) }
      guard Self.linkFolders.contains(folder) else { continue }
      for name in list where [".wants", ".requires", ".upholds"].contains(where: name.hasSuffix) {
        wanted.formUnion(try await reader.list("\(folder)/\(name)"))
      }
    }
    self.names = names
    self.wanted = wanted
  }

  /// Returns the names of all units of a kind, such as `timer`, in the order of their bytes.
  func units(ofKind kind: String) -> [String] {
    let all = names.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    return all.union(wanted).filter { $0.hasSuffix(".\(kind)") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Returns the file of a unit with its drop-ins, in the order in which they apply; none when the
  /// unit has no file.
  func files(of unit: String, _ reader: inout HostReader) async throws(CollectionFailure)
    -> [TextFile]
  {
    guard let (folder, name) = find(unit),
      try await reader.status("\(folder)/\(name)")?.linkTarget != "/dev/null",
      let main = try await reader.textIfPresent("\(folder)/\(name)")
    else { return [] }
    var files = [main]
    let folders = Self.folders.filter { names[$0]?.contains("\(unit).d") == true }
    for (_, path) in try await DropInFiles.list(folders.map { "\($0)/\(unit).d" }, reader) {
      if let file = try await reader.textIfPresent(path) { files.append(file) }
    }
    return files
  }

  /// Returns whether a unit starts with the system, and notes the unit file as the origin.
  ///
  /// - Parameters:
  ///   - unit: the full name of the unit.
  ///   - reader: reads the unit file.
  ///   - path: the access path of the service in the value.
  func enablement(of unit: String, _ reader: inout HostReader, path: [String])
    async throws(CollectionFailure) -> ServiceEnablement
  {
    guard let (folder, name) = find(unit) else {
      return try await scriptEnablement(of: unit, reader)
    }
    let file = "\(folder)/\(name)"
    let status = try await reader.status(file)
    if status?.linkTarget == "/dev/null" { return .masked }
    var names: Set = [unit, name]
    // A link to a unit of another name is an alias: enabled is what it stands for.
    if let target = status?.linkTarget?.split(separator: "/").last.map(String.init), target != name
    {
      if Self.linkFolders.contains(folder) { return .enabled }
      names.insert(target)
    }
    if folder.contains("generator") { return .generated }
    guard let text = try await reader.textIfPresent(file) else { return .missing }
    if text.lines.allSatisfy(\.text.isEmpty) { return .masked }
    let install = InstallSection(text)
    reader.trail.origin(path, source: text.source, line: install.line)
    if !wanted.isDisjoint(with: names) { return .enabled }
    for alias in install.aliases where try await isLink(alias, to: names, reader) {
      return .enabled
    }
    if install.isWanted { return .disabled }
    return install.hasOthers ? .indirect : .static
  }

  /// Returns the first folder with a unit, or with the template that it is made from.
  private func find(_ unit: String) -> (folder: String, name: String)? {
    var candidates = [unit]
    if let at = unit.firstIndex(of: "@"), let dot = unit.lastIndex(of: ".") {
      candidates.append(String(unit[...at]) + String(unit[dot...]))
    }
    for name in candidates {
      for folder in Self.folders where names[folder]?.contains(name) == true {
        return (folder, name)
      }
    }
    return nil
  }

  private func isLink(_ alias: String, to names: Set<String>, _ reader: HostReader)
    async throws(CollectionFailure) -> Bool
  {
    for folder in Self.linkFolders where self.names[folder]?.contains(alias) == true {
      let target = try await reader.status("\(folder)/\(alias)")?.linkTarget
      if let last = target?.split(separator: "/").last, names.contains(String(last)) { return true }
    }
    return false
  }

  /// Returns the state of a service that has only a start script.
  private func scriptEnablement(of unit: String, _ reader: HostReader)
    async throws(CollectionFailure) -> ServiceEnablement
  {
    guard unit.hasSuffix(".service") else { return .missing }
    let name = String(unit.dropLast(".service".utf8.count))
    guard try await reader.status("/etc/init.d/\(name)") != nil else { return .missing }
    if exist { return .generated }
    for level in 2...5 {
      let links = try await reader.list("/etc/rc\(level).d")
      if links.contains(where: { $0.hasPrefix("S") && $0.dropFirst(3) == name }) { return .enabled }
    }
    return .disabled
  }
}

/// What the `[Install]` section of a unit file says.
private struct InstallSection {
  /// Whether a target can want the unit.
  var isWanted = false
  /// Whether other units are switched with it.
  var hasOthers = false
  /// Its further names.
  var aliases: [String] = []
  /// The line of the section's heading.
  var line: Int?

  init(_ file: TextFile) {
    var isInside = false
    for (number, text) in file.lines {
      if text.hasPrefix("[") {
        isInside = text.hasPrefix("[Install]")
        if isInside { line = number }
      }
      let parts = text.split(separator: "=", maxSplits: 1).map { $0.split(separator: " ") }
      guard isInside, parts.count == 2, let key = parts[0].first, !key.hasPrefix("#"),
        !parts[1].isEmpty
      else { continue }
      switch key {
      case "WantedBy", "RequiredBy", "UpheldBy": isWanted = true
      case "Alias":
        isWanted = true
        aliases += parts[1].map(String.init)
      case "Also": hasOthers = true
      default: break
      }
    }
  }
}
