// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Chronology
import EvidenceModel

/// The requests of the SSH File Transfer Protocol, version 3, that only read
/// (draft-ietf-secsh-filexfer-02, section 6).
///
/// The set is closed: no request that could change a host can be written.
enum SFTPRequest {
  /// Opens a file for reading.
  case open(path: String)
  /// Closes a file or a folder.
  case close(handle: [UInt8])
  /// Reads bytes of an open file.
  case read(handle: [UInt8], offset: UInt64, count: UInt32)
  /// Tells what a path names, without following a link at its end.
  case ownStatus(path: String)
  /// Tells what a path names, following links.
  case status(path: String)
  /// Opens a folder.
  case openFolder(path: String)
  /// Gives the next names in an open folder.
  case readFolder(handle: [UInt8])
  /// Tells where a link points.
  case readLink(path: String)

  /// The version of the protocol that is spoken.
  static let version: UInt32 = 3

  /// The first message, which offers the version.
  static var greeting: [UInt8] {
    var packet = SFTPPacket(type: 1)
    packet.append(version)
    return packet.bytes
  }

  /// Returns the message with a number that its response will bear.
  func message(_ number: UInt32) -> [UInt8] {
    switch self {
    case .open(let path):
      var packet = SFTPPacket(type: 3, number, Array(path.utf8))
      packet.append(UInt32(1))  // for reading
      packet.append(UInt32(0))  // with no attributes
      return packet.bytes
    case .close(let handle): return SFTPPacket(type: 4, number, handle).bytes
    case .read(let handle, let offset, let count):
      var packet = SFTPPacket(type: 5, number, handle)
      packet.append(UInt32(truncatingIfNeeded: offset >> 32))
      packet.append(UInt32(truncatingIfNeeded: offset))
      packet.append(count)
      return packet.bytes
    case .ownStatus(let path): return SFTPPacket(type: 7, number, Array(path.utf8)).bytes
    case .openFolder(let path): return SFTPPacket(type: 11, number, Array(path.utf8)).bytes
    case .readFolder(let handle): return SFTPPacket(type: 12, number, handle).bytes
    case .status(let path): return SFTPPacket(type: 17, number, Array(path.utf8)).bytes
    case .readLink(let path): return SFTPPacket(type: 19, number, Array(path.utf8)).bytes
    }
  }
}

/// What a server says to a request.
enum SFTPResponse {
  /// How a request ended.
  enum Code: UInt32 {
    case ok = 0
    case endOfFile = 1
    case noSuchFile = 2
    case permissionDenied = 3
    case failure = 4
    case badMessage = 5
    case noConnection = 6
    case connectionLost = 7
    case unsupported = 8
  }

  /// The request ended without a result.
  case status(Code, words: String)
  /// An open file or folder.
  case handle([UInt8])
  /// Bytes of a file.
  case data([UInt8])
  /// Names in a folder, or the target of a link.
  case names([String])
  /// What a path names.
  case attributes(SFTPAttributes)

  /// Reads a packet without its length.
  ///
  /// - Throws: when it is no response of the protocol.
  static func read(_ packet: ArraySlice<UInt8>) throws(SFTPMalformed) -> (
    number: UInt32, response: SFTPResponse
  ) {
    var cursor = SFTPCursor(packet)
    let type = try cursor.byte()
    let number = try cursor.uint32()
    switch type {
    case 101:
      let code = Code(rawValue: try cursor.uint32()) ?? .failure
      // Old servers leave the words out.
      let words = (try? cursor.string()).map { String(decoding: $0, as: UTF8.self) } ?? ""
      return (number, .status(code, words: words))
    case 102: return (number, .handle(Array(try cursor.string())))
    case 103: return (number, .data(Array(try cursor.string())))
    case 104:
      var names: [String] = []
      for _ in 0..<(try cursor.uint32()) {
        names.append(String(decoding: try cursor.string(), as: UTF8.self))
        _ = try cursor.string()
        _ = try SFTPAttributes(&cursor)
      }
      return (number, .names(names))
    case 105: return (number, .attributes(try SFTPAttributes(&cursor)))
    default: throw SFTPMalformed()
    }
  }
}

/// What a server tells about a file.
struct SFTPAttributes {
  private(set) var size: UInt64 = 0
  private(set) var userID: UInt32 = 0
  private(set) var groupID: UInt32 = 0
  /// The kind and the permission bits; `nil` when the server does not tell.
  private(set) var mode: UInt32?
  private(set) var modified: UInt32 = 0

  init(_ cursor: inout SFTPCursor) throws(SFTPMalformed) {
    let flags = try cursor.uint32()
    if flags & 1 != 0 {
      let high = try cursor.uint32()
      size = UInt64(high) << 32 | UInt64(try cursor.uint32())
    }
    if flags & 2 != 0 {
      userID = try cursor.uint32()
      groupID = try cursor.uint32()
    }
    if flags & 4 != 0 { mode = try cursor.uint32() }
    if flags & 8 != 0 {
      _ = try cursor.uint32()
      modified = try cursor.uint32()
    }
    guard flags & 0x8000_0000 != 0 else { return }
    for _ in 0..<(try cursor.uint32()) {
      _ = try cursor.string()
      _ = try cursor.string()
    }
  }

  /// The attributes as the status of a path.
  func fileStatus(linkTarget: String? = nil) -> FileStatus {
    let mode = mode ?? 0
    let kind: FileStatus.Kind =
      switch mode & 0o170_000 {
      case 0o100_000: .file
      case 0o040_000: .directory
      case 0o120_000: .symlink
      default: .other
      }
    return FileStatus(
      kind: kind, permissions: Int(mode & 0o7777), userID: Int64(userID), groupID: Int64(groupID),
      size: Int64(clamping: size), modified: Instant(seconds: Int64(modified)),
      linkTarget: linkTarget)
  }
}
