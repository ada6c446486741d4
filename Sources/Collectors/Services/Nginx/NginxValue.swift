// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Values as nginx writes them, and the defaults of its versions.
enum NginxValue {
  /// Returns the bytes of a size such as `10m`; `nil` when it is none.
  static func size(_ text: String) -> Int64? {
    guard let last = text.utf8.last else { return nil }
    let factor: Int64 =
      switch last | 0x20 {
      case UInt8(ascii: "k"): 1 << 10
      case UInt8(ascii: "m"): 1 << 20
      case UInt8(ascii: "g"): 1 << 30
      default: 1
      }
    let digits = factor == 1 ? text : String(text.dropLast())
    guard digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let number = Int64(digits) else {
      return nil
    }
    let (bytes, isTooLarge) = number.multipliedReportingOverflow(by: factor)
    return isTooLarge ? nil : bytes
  }

  /// Returns the numbers of a version such as `1.22.1`.
  static func version(_ text: String) -> [Int] {
    text.split(separator: ".").map { part in
      Int(part.prefix { $0.isNumber }) ?? 0
    }
  }

  /// Returns the name of a protocol as people write it; `nil` for no protocol.
  static func protocolName(_ text: String) -> String? {
    let names = ["SSLv2", "SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"]
    return names.first { $0.lowercased() == text.lowercased() }
  }

  /// The protocols of TLS where none are set; of an unknown version the widest of today's.
  ///
  /// Source: https://nginx.org/en/docs/http/ngx_http_ssl_module.html#ssl_protocols
  static func protocols(ofVersion version: String?) -> [String] {
    guard let version else { return ["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"] }
    let numbers = self.version(version)
    func isBefore(_ other: [Int]) -> Bool { numbers.lexicographicallyPrecedes(other) }
    if isBefore([1, 9, 1]) { return ["SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2"] }
    if isBefore([1, 23, 4]) { return ["TLSv1", "TLSv1.1", "TLSv1.2"] }
    if isBefore([1, 27, 3]) { return ["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"] }
    return ["TLSv1.2", "TLSv1.3"]
  }
}

/// One address that a server listens on.
struct NginxListen: Hashable {
  /// The address; `0.0.0.0` for all of IPv4, the path of a Unix socket after `unix:`.
  var address: String
  /// The port; 0 for a Unix socket.
  var port: Int
  /// Whether connections are TLS.
  var isTLS = false
  /// Whether HTTP/2 is spoken.
  var isHTTP2 = false
  /// Whether the server answers requests for names that no server has.
  var isDefault = false

  /// Where a server without a `listen` listens.
  static let standard = NginxListen(address: "0.0.0.0", port: 80)

  private init(address: String, port: Int) {
    self.address = address
    self.port = port
  }

  /// Reads the arguments of a `listen`; `nil` when nginx would refuse them.
  ///
  /// Of a range of ports the first counts.
  init?(_ arguments: [String]) {
    guard let place = arguments.first, !place.isEmpty else { return nil }
    if place.hasPrefix("unix:") {
      guard place.utf8.count > 5 else { return nil }
      self.init(address: place, port: 0)
    } else if place.hasPrefix("[") {
      guard let end = place.firstIndex(of: "]") else { return nil }
      let rest = place[place.index(after: end)...]
      guard rest.isEmpty || rest.first == ":", let port = Self.port(rest.dropFirst()) else {
        return nil
      }
      self.init(address: String(place[place.index(after: place.startIndex)..<end]), port: port)
    } else if let colon = place.lastIndex(of: ":") {
      let rest = place[place.index(after: colon)...]
      guard !rest.isEmpty, let port = Self.port(rest) else { return nil }
      let address = String(place[..<colon])
      self.init(address: address == "*" ? "0.0.0.0" : address, port: port)
    } else if place.utf8.first.map({ 0x30...0x39 ~= $0 }) == true, !place.contains(".") {
      guard let port = Self.port(place[...]) else { return nil }
      self.init(address: "0.0.0.0", port: port)
    } else {
      self.init(address: place == "*" ? "0.0.0.0" : place, port: 80)
    }
    isTLS = arguments.contains { $0 == "ssl" || $0 == "quic" }
    isHTTP2 = arguments.contains("http2")
    isDefault = arguments.contains { $0 == "default_server" || $0 == "default" }
  }

  private static func port(_ text: Substring) -> Int? {
    if text.isEmpty { return 80 }
    guard let first = text.split(separator: "-").first, let port = Int(first) else { return nil }
    return 1...65_535 ~= port ? port : nil
  }
}
