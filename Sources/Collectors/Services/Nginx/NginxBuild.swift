// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// Version and paths of an installed nginx, as far as they can be known.
struct NginxBuild {
  /// The packages that hold nginx or its version.
  private static let packages: Set<String> = [
    "nginx", "nginx-core", "nginx-light", "nginx-full", "nginx-extras", "nginx-common",
  ]

  /// The version, such as `1.22.1`; `nil` when it is not known.
  var version: String?
  /// The main configuration file that the program was built with.
  var configuration: String?
  /// The folder that relative paths other than includes start from.
  var prefix = "/usr/share/nginx"
  /// The access log of servers that set none.
  var accessLog = "/var/log/nginx/access.log"
  /// The error log where none is set.
  var errorLog = "/var/log/nginx/error.log"

  /// Asks the program on a running system, or the package database over stored files.
  init(_ reader: inout HostReader) async throws(CollectionFailure) {
    if reader.host.isLive, let output = try? await reader.host.run(.nginxBuild) {
      reader.trail.add(.nginxBuild, output)
      // nginx prints them as errors.
      read(String(decoding: output.errors, as: UTF8.self))
    }
    guard version == nil, let file = try? await reader.host.readIfPresent("/var/lib/dpkg/status")
    else { return }
    let entries = DpkgStatus.entries(in: [file.bytes], names: Self.packages)
    guard let entry = entries.sorted(by: { $0.key < $1.key }).first?.value else { return }
    reader.trail.add(file)
    let upstream = entry.version.split(separator: ":").last ?? ""
    version = upstream.split(separator: "-").first.map(String.init)
  }

  private mutating func read(_ text: String) {
    for line in text.split(whereSeparator: \.isNewline) where line.hasPrefix("nginx version: ") {
      let name = line.split(separator: "/").last ?? ""
      version = name.split(separator: " ").first.map(String.init)
    }
    func option(_ name: String) -> String? {
      guard let range = text.firstRange(of: " --\(name)=") else { return nil }
      return String(text[range.upperBound...].prefix { !$0.isWhitespace })
    }
    configuration = option("conf-path")
    prefix = option("prefix") ?? "/usr/local/nginx"
    accessLog = option("http-log-path") ?? "logs/access.log"
    errorLog = option("error-log-path") ?? "logs/error.log"
  }
}
