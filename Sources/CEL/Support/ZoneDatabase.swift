// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The time zones of the system, read from TZif files when they are first asked for.
final class ZoneDatabase: Sendable {
  /// The database that the operating system keeps up to date.
  static let system = ZoneDatabase(folder: "/usr/share/zoneinfo")

  /// The largest TZif file to read, in bytes; real ones have a few thousand.
  private static let maximumFileSize = 1 << 18

  private let folder: String
  private let known = Mutex<[String: ZoneRules]>([:])

  /// A database in a folder of TZif files.
  init(folder: String) {
    self.folder = folder
  }

  /// Returns the rules of a zone such as `Asia/Shanghai`; throws when there is no such zone.
  func rules(named name: String) throws(FunctionFailure) -> ZoneRules {
    if let rules = known.withLock({ $0[name] }) { return rules }
    guard ZoneDatabase.isName(name) else { throw .invalidTimeZoneName(name) }
    guard let bytes = ZoneDatabase.read("\(folder)/\(name)"), let rules = ZoneRules(tzif: bytes)
    else { throw .unknownTimeZone(name) }
    known.withLock { $0[name] = rules }
    return rules
  }

  /// Whether a name can be a zone's: letters, digits and `+ - _` in parts joined by `/`, so that it
  /// cannot lead out of the folder.
  static func isName(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    guard bytes.count <= 64 else { return false }
    return bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .allSatisfy { part in
        !part.isEmpty
          && part.allSatisfy { byte in
            byte.isDigit || byte.isLetter
              || "+-_".utf8.contains(byte)
          }
      }
  }

  private static func read(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { _ = close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: maximumFileSize + 1)
    var count = 0
    while count < bytes.count {
      let length = bytes.withUnsafeMutableBytes { buffer in
        systemRead(descriptor, buffer.baseAddress! + count, buffer.count - count)
      }
      if length < 0 { return nil }
      if length == 0 { return Array(bytes[..<count]) }
      count += length
    }
    return nil
  }
}

/// The `read` of C, which the method of that name would hide.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ size: Int) -> Int
{
  read(descriptor, buffer, size)
}
