// Plumbline
// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Connections to servers on loopback.
package enum Loopback {
  private static func address(_ port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    address.sin_port = UInt16(port).bigEndian
    return address
  }

  private static func open(
    _ address: inout sockaddr_in,
    _ use: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32? {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        use(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    if result == 0 { return socket }
    close(socket)
    return nil
  }

  /// A port on which nothing listens.
  package static func freePort() -> Int {
    var address = address(0)
    guard let socket = open(&address, { bind($0, $1, $2) }) else { fatalError("no free port") }
    defer { close(socket) }
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = getsockname(socket, $0, &size)
      }
    }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  /// Whether something listens on a port.
  package static func isOpen(_ port: Int) -> Bool {
    var address = address(port)
    guard let socket = open(&address, { connect($0, $1, $2) }) else { return false }
    close(socket)
    return true
  }

  /// Sends a text to a port and returns all that comes back.
  package static func exchange(_ text: String, port: Int) -> String {
    var address = address(port)
    guard let socket = open(&address, { connect($0, $1, $2) }) else { return "" }
    defer { close(socket) }
    var limit = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    let bytes = Array(text.utf8)
    guard send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
      return ""
    }
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(socket, &buffer, buffer.count, 0)
      if count <= 0 { return String(decoding: answer, as: UTF8.self) }
      answer += buffer[..<count]
    }
  }

  /// Asks for a page and returns the headers of the answer by name in lower case, with its status
  /// under `:status`.
  package static func headers(of path: String, host: String, port: Int) -> [String: String] {
    let answer = exchange(
      "GET \(path) HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n", port: port)
    var headers: [String: String] = [:]
    for line in answer.split(separator: "\r\n", omittingEmptySubsequences: false) {
      if line.isEmpty { break }
      if headers.isEmpty {
        headers[":status"] = line.split(separator: " ").dropFirst().first.map(String.init)
      } else if let colon = line.firstIndex(of: ":") {
        let name = line[..<colon].lowercased()
        let value = String(line[line.index(after: colon)...].drop { $0 == " " })
        headers[name] = headers[name].map { "\($0), \(value)" } ?? value
      }
    }
    return headers
  }
}
