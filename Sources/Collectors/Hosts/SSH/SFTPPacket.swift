// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Bytes that are no message of the protocol.
struct SFTPMalformed: Error {}

/// A message that is being written.
struct SFTPPacket {
  private var content: [UInt8]

  /// A message of a type.
  init(type: UInt8) { content = [type] }

  /// A message of a type with its number and a first text.
  init(type: UInt8, _ number: UInt32, _ text: [UInt8]) {
    self.init(type: type)
    append(number)
    append(UInt32(text.count))
    content += text
  }

  /// Appends a number, the most significant byte first.
  mutating func append(_ value: UInt32) {
    for shift in [24, 16, 8, 0] { content.append(UInt8(truncatingIfNeeded: value >> shift)) }
  }

  /// The message with its length in front.
  var bytes: [UInt8] {
    var packet = SFTPPacket(type: 0)
    packet.content = []
    packet.append(UInt32(content.count))
    return packet.content + content
  }
}

/// Reads the parts of a message that nobody vouches for.
struct SFTPCursor {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  mutating func byte() throws(SFTPMalformed) -> UInt8 {
    guard let byte = rest.popFirst() else { throw SFTPMalformed() }
    return byte
  }

  mutating func uint32() throws(SFTPMalformed) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 { value = value << 8 | UInt32(try byte()) }
    return value
  }

  /// Returns a text, which stands behind its length.
  mutating func string() throws(SFTPMalformed) -> ArraySlice<UInt8> {
    let count = Int(try uint32())
    guard count <= rest.count else { throw SFTPMalformed() }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }
}

/// Cuts the bytes that a server sends into messages.
struct SFTPSplitter {
  /// The longest message that is taken; servers send at most 256 KiB.
  private static let longest = 512 << 10

  private var pending: [UInt8] = []

  /// Adds bytes and returns the messages that are now whole, without their lengths.
  ///
  /// - Throws: when a length cannot be that of a message, as where the login prints text.
  mutating func add(_ bytes: some Sequence<UInt8>) throws(SFTPMalformed) -> [ArraySlice<UInt8>] {
    pending += bytes
    var messages: [ArraySlice<UInt8>] = []
    var rest = pending[...]
    while rest.count >= 4 {
      var cursor = SFTPCursor(rest)
      let count = Int(try cursor.uint32())
      guard count > 0, count <= Self.longest else { throw SFTPMalformed() }
      guard rest.count >= 4 + count else { break }
      messages.append(rest.dropFirst(4).prefix(count))
      rest = rest.dropFirst(4 + count)
    }
    pending = Array(rest)
    return messages
  }
}
