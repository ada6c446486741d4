// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// The settings of a PAM module: those of its files, and above them its arguments.
struct PolicySettings {
  /// One setting.
  struct Entry {
    /// The value; empty for a name alone.
    var value: String
    /// The index of the file among the sources.
    var source: Int
    /// The line in the file.
    var line: Int
  }

  private var entries: [String: Entry] = [:]

  /// Reads the files in order, then the arguments of the module; what comes later counts.
  init(files: [String], _ module: PAMStack.Module?, _ reader: inout HostReader)
    async throws(CollectionFailure)
  {
    for path in files {
      guard let file = try await reader.textIfPresent(path) else { continue }
      for entry in SettingLines(file, cutsComments: true).entries {
        entries[entry.name] = Entry(value: entry.value, source: entry.source, line: entry.line)
      }
    }
    guard let module else { return }
    for argument in module.arguments {
      let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
      guard let name = parts.first else { continue }
      entries[name] = Entry(
        value: parts.count > 1 ? parts[1] : "", source: module.source, line: module.line)
    }
  }

  /// The setting of a name.
  subscript(name: String) -> Entry? { entries[name] }

  /// The number that a name is set to; `nil` when it is not set or is no number.
  func number(_ name: String) -> Int64? { entries[name].flatMap { Int64($0.value) } }

  /// Whether a name is set and not to 0.
  func flag(_ name: String, default standard: Bool) -> Bool {
    guard let entry = entries[name] else { return standard }
    return entry.value != "0"
  }
}
