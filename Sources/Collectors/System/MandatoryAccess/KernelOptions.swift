// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// The options of the kernel's command line: of the running one, or those that GRUB will give.
struct KernelOptions {
  private var options: [String: String] = [:]
  /// Whether any file told them.
  private(set) var exist = false

  /// Reads the options of a host; the last of a name counts.
  init(_ reader: inout HostReader) async throws(CollectionFailure) {
    if reader.host.isLive, let file = try await reader.textIfPresent("/proc/cmdline") {
      exist = true
      add(file.lines.first?.text ?? "")
    } else if let file = try await reader.textIfPresent("/etc/default/grub") {
      exist = true
      let lines = SettingLines(file)
      for name in ["GRUB_CMDLINE_LINUX", "GRUB_CMDLINE_LINUX_DEFAULT"] {
        add(lines[name]?.value ?? "")
      }
    }
  }

  private mutating func add(_ line: String) {
    for word in line.split(separator: " ") {
      let parts = word.split(separator: "=", maxSplits: 1)
      guard let name = parts.first else { continue }
      options[String(name)] = parts.count > 1 ? String(parts[1]) : ""
    }
  }

  /// The value of an option; empty for a bare name.
  subscript(name: String) -> String? { options[name] }
}
