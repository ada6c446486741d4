// Plumbline
// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Addresses, hosts and ports as OpenSSH reads them.
enum SSHDAddress {
  /// The bytes of an address written in numbers, 4 or 16; `nil` for any other text.
  static func bytes(_ text: String) -> [UInt8]? {
    var version4 = in_addr()
    if inet_aton(text, &version4) != 0 { return withUnsafeBytes(of: version4) { Array($0) } }
    // The name of an interface can follow an address that holds on one link.
    let parts = text.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false)
    var version6 = in6_addr()
    guard let address = parts.first, inet_pton(AF_INET6, String(address), &version6) == 1 else {
      return nil
    }
    return withUnsafeBytes(of: version6) { Array($0) }
  }

  /// Whether OpenSSH takes a list of addresses, networks and patterns after `Address` or `@`.
  ///
  /// It refuses an empty entry, and a network with more bits than its mask has.
  static func isPatternList(_ text: String) -> Bool {
    text.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { entry in
      let pattern = entry.hasPrefix("!") ? entry.dropFirst() : entry
      return !pattern.isEmpty && !isNetworkWithHostBits(pattern)
    }
  }

  private static func isNetworkWithHostBits(_ text: Substring) -> Bool {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    // What is no network is a pattern over the address as text.
    guard parts.count == 2, text.utf8.count < 64, parts[1].first?.isNumber == true,
      let length = SSHDNumbers.integer(String(parts[1]), upTo: 128),
      let bytes = bytes(String(parts[0]))
    else { return false }
    let bits = bytes.count * 8
    guard length <= bits else { return true }
    return (Int(length)..<bits).contains { bytes[$0 / 8] & (0x80 >> ($0 % 8)) != 0 }
  }

  /// Splits `host`, `host:port` or `[host]:port`; `nil` when a bracket is not closed.
  static func hostAndPort(_ text: String) -> (host: String, port: String?)? {
    var rest = text[...]
    var host: Substring
    if text.hasPrefix("[") {
      guard let close = text.firstIndex(of: "]") else { return nil }
      host = text[text.index(after: text.startIndex)..<close]
      rest = text[text.index(after: close)...]
      guard rest.isEmpty || rest.first == ":" || rest.first == "/" else { return nil }
    } else {
      host = rest.prefix { $0 != ":" && $0 != "/" }
      rest = rest.dropFirst(host.count)
    }
    return (String(host), rest.isEmpty ? nil : String(rest.dropFirst()))
  }

  /// Whether the server can listen on what `ListenAddress` names, as far as that shows without
  /// asking for the address of a name.
  static func isListenable(_ text: String) -> Bool {
    let host: String
    if !text.contains("["), text.utf8.count(where: { $0 == UInt8(ascii: ":") }) > 1 {
      host = text
    } else {
      guard let parts = hostAndPort(text) else { return false }
      if let port = parts.port, SSHDNumbers.port(port) == nil { return false }
      host = parts.host
    }
    if bytes(host) != nil { return true }
    let isName = host.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    // A name of numbers alone would be an address, and is none.
    return isName && host.contains { $0.isLetter }
  }

  /// Whether a text is what `PermitOpen` and `PermitListen` allow: a host and a port or `*`.
  static func isForwarding(_ text: String, allowsPortAlone: Bool) -> Bool {
    let port: String?
    if allowsPortAlone, !text.contains(":") {
      port = text
    } else {
      port = hostAndPort(text)?.port
    }
    guard let port else { return false }
    return port == "*" || SSHDNumbers.port(port) != nil
  }
}
