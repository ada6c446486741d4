// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Whether a certificate is for a host (RFC 6125).
enum HostNameMatch {
  /// Whether one of the names is the host's: the same, or one whose first label is `*`; the common
  /// name counts only where there are no other names. Addresses match as a whole only.
  static func matches(_ host: String, names: [String], commonName: String?) -> Bool {
    let host = plain(host)
    let isAddress = host.contains(":") || host.allSatisfy { $0 == "." || $0.isNumber }
    return (names.isEmpty ? [commonName].compactMap { $0 } : names).contains { name in
      let name = plain(name)
      if name == host { return true }
      guard !isAddress, name.hasPrefix("*."), let dot = host.firstIndex(of: "."),
        dot != host.startIndex
      else { return false }
      return host[dot...] == name.dropFirst()
    }
  }

  /// Returns a name in lower case without the dot at its end.
  private static func plain(_ name: String) -> String {
    let name = name.lowercased()
    return name.hasSuffix(".") ? String(name.dropLast()) : name
  }
}
