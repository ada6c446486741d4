// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
package import EvidenceModel

/// The sockets on which a running system listens.
package struct SocketCollector: Collector {
  package init() {}

  package let description = CollectorDescription(
    id: "socket",
    summary: LocalizedText(
      zh: "监听中的 TCP 与 UDP 端口及其进程", en: "The TCP and UDP ports listened on, with their processes"),
    output: RecordType(
      name: "socket",
      fields: [
        .required(
          "sockets",
          .list(
            .record(
              RecordType(
                name: "socket_entry",
                fields: [
                  .required("protocol", .string, zh: "tcp 或 udp", en: "tcp or udp"),
                  .required(
                    "address", .string, zh: "本地地址；0.0.0.0 与 :: 表示所有地址",
                    en: "The local address; 0.0.0.0 and :: stand for all"),
                  .required("port", .int, zh: "端口，1 至 65535", en: "The port, 1 to 65535"),
                  .required(
                    "is_loopback", .bool, zh: "是否只在本机可达", en: "Whether only this machine reaches it"
                  ),
                  .optional(
                    "process", .string, zh: "进程名称；非 root 时只有自己的进程有",
                    en: "The name of the process; without root only of one's own"),
                  .optional(
                    "pid", .int, zh: "进程编号；同 process",
                    en: "The number of the process; as with process"),
                ], identifyingField: "port"))),
          zh: "按协议、端口、地址排列", en: "In the order of protocol, port and address")
      ]),
    privileges: LocalizedText(
      zh: "他人进程的名称需要 root", en: "The names of other users' processes need root"),
    reads: LocalizedText(
      zh: "/proc/net/{tcp,tcp6,udp,udp6}、/proc/*/fd 的链接、/proc/*/comm",
      en: "/proc/net/{tcp,tcp6,udp,udp6}, the links in /proc/*/fd, and /proc/*/comm"),
    example: [
      "sockets": [
        [
          "protocol": "tcp", "address": "0.0.0.0", "port": 22, "is_loopback": false,
          "process": "sshd", "pid": 812,
        ]
      ]
    ])

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    guard host.isLive else {
      throw CollectionFailure(.unsupported, CollectorMessages.needsRunningSystem)
    }
    var reader = HostReader(host)
    var sockets: [ListeningSocket] = []
    for name in ["tcp", "tcp6", "udp", "udp6"] {
      guard let file = try await reader.textIfPresent("/proc/net/\(name)") else { continue }
      let kind = String(name.prefix(3))
      sockets += file.lines.compactMap { number, line in
        ListeningSocket(line, protocol: kind, source: file.source, number: number)
      }
    }
    sockets.sort()
    let owners = await owners(of: Set(sockets.map(\.inode)), on: host)
    for (index, socket) in sockets.enumerated() {
      reader.trail.origin(["sockets", String(index)], source: socket.source, line: socket.number)
    }
    let values = sockets.map { $0.evidenceValue(owner: owners[$0.inode]) }
    return CollectedEvidence(["sockets": .list(values)], reader.trail)
  }

  /// Returns the processes that hold sockets, by the sockets' inodes.
  ///
  /// A process that ends meanwhile, or whose files may not be looked at, is passed over.
  private func owners(of inodes: Set<String>, on host: any Host) async
    -> [String: (pid: Int64, name: String)]
  {
    var owners: [String: (pid: Int64, name: String)] = [:]
    let pids = ((try? await host.list("/proc")) ?? []).compactMap { Int64($0) }.sorted()
    for pid in pids where owners.count < inodes.count {
      for file in (try? await host.list("/proc/\(pid)/fd")) ?? [] {
        guard
          let status = try? await host.status(of: "/proc/\(pid)/fd/\(file)", followLinks: false),
          let target = status.linkTarget, target.hasPrefix("socket:["), target.hasSuffix("]")
        else { continue }
        let inode = String(target.dropFirst(8).dropLast())
        guard inodes.contains(inode), owners[inode] == nil else { continue }
        let name = try? await host.read("/proc/\(pid)/comm", limit: 4_096).text
        owners[inode] = (pid, String((name ?? "").prefix { !$0.isNewline }))
      }
    }
    return owners
  }
}

/// One line of a table of sockets in `/proc/net`.
struct ListeningSocket: Comparable {
  private let kind: String
  private let address: String
  private let port: Int64
  private let isLoopback: Bool
  /// The number that links the socket to the files of processes.
  let inode: String
  /// The index of the table among the sources.
  let source: Int
  /// The line in the table.
  let number: Int

  /// Reads a line; `nil` unless it is a socket that listens.
  init?(_ line: String, protocol kind: String, source: Int, number: Int) {
    let fields = line.split(separator: " ")
    guard fields.count > 9 else { return nil }
    // TCP_LISTEN for tcp; an unconnected socket, which has no remote port, for udp.
    let isListening = kind == "tcp" ? fields[3] == "0A" : fields[2].hasSuffix(":0000")
    let local = fields[1].split(separator: ":")
    guard isListening, local.count == 2, let port = Int64(local[1], radix: 16), port > 0,
      let bytes = Self.bytes(local[0])
    else { return nil }
    self.kind = kind
    self.port = port
    inode = String(fields[9])
    self.source = source
    self.number = number
    isLoopback = Self.isLoopback(bytes)
    address = bytes.count == 4 ? Self.dotted(bytes) : Self.colons(bytes)
  }

  static func < (a: ListeningSocket, b: ListeningSocket) -> Bool {
    (a.kind, a.port, a.address, a.inode) < (b.kind, b.port, b.address, b.inode)
  }

  /// The socket as a value.
  func evidenceValue(owner: (pid: Int64, name: String)?) -> EvidenceValue {
    var value: EvidenceObject = [
      "protocol": .string(kind), "address": .string(address), "port": .int(port),
      "is_loopback": .bool(isLoopback),
    ]
    value["process"] = owner.map { .string($0.name) }
    value["pid"] = owner.map { .int($0.pid) }
    return .object(value)
  }

  /// The kernel prints words of four bytes in the order of the machine, least byte first.
  private static func bytes(_ text: Substring) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count == 8 || digits.count == 32 else { return nil }
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: digits.count, by: 8) {
      let word = String(decoding: digits[start..<start + 8], as: UTF8.self)
      guard let value = UInt32(word, radix: 16) else { return nil }
      bytes += (0..<4).map { UInt8(truncatingIfNeeded: value >> UInt32($0 * 8)) }
    }
    return bytes
  }

  private static func isLoopback(_ bytes: [UInt8]) -> Bool {
    if bytes.count == 4 { return bytes[0] == 127 }
    let isMapped = bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
    if isMapped { return bytes[12] == 127 }
    return bytes[..<15].allSatisfy { $0 == 0 } && bytes[15] == 1
  }

  private static func dotted(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map(String.init).joined(separator: ".")
  }

  /// Returns the RFC 5952 form: the longest run of zero groups, of at least two, becomes `::`.
  private static func colons(_ bytes: [UInt8]) -> String {
    if bytes[..<10].allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF {
      return "::ffff:" + dotted(bytes[12...])
    }
    let groups = stride(from: 0, to: 16, by: 2).map { Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]) }
    var longest = 0..<0
    var start = 0
    for index in 0...8 where index == 8 || groups[index] != 0 {
      if index - start > max(longest.count, 1) { longest = start..<index }
      start = index + 1
    }
    let texts = groups.map { String($0, radix: 16) }
    if longest.isEmpty { return texts.joined(separator: ":") }
    return texts[..<longest.lowerBound].joined(separator: ":") + "::"
      + texts[longest.upperBound...].joined(separator: ":")
  }
}
