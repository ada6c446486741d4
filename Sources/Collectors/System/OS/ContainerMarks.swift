// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// The marks by which a system knows that it is a container.
enum ContainerMarks {
  /// The files that runtimes leave, with the name of the runtime.
  private static let files = [("/.dockerenv", "docker"), ("/run/.containerenv", "podman")]

  /// Returns the kind of container; `nil` when nothing shows that it is one.
  static func kind(_ reader: inout HostReader) async throws(CollectionFailure) -> String? {
    if let file = try await reader.textIfPresent("/run/systemd/container"),
      let name = file.lines.first?.text, isName(name)
    {
      return name
    }
    for (path, name) in files where try await reader.status(path) != nil { return name }
    guard reader.host.isLive else { return nil }
    // Only root may read the first process's environment; the variable is set for it alone.
    guard let file = try? await reader.host.read("/proc/1/environ") else { return nil }
    for entry in file.bytes.split(separator: 0) where entry.starts(with: "container=".utf8) {
      let name = String(decoding: entry.dropFirst(10), as: UTF8.self)
      if isName(name) { return name }
    }
    return nil
  }

  private static func isName(_ text: String) -> Bool {
    (1...40).contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || "-0123456789".utf8.contains($0) }
  }
}
