// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// When clocks of a time zone were and will be set, read from a TZif file (RFC 8536).
struct ZoneRules: Sendable {
  /// The seconds since the epoch at which the offset changes, ascending.
  private let transitions: [Int64]
  /// The offset in seconds before the first transition, then after each.
  private let offsets: [Int]
  /// The rule for the time after the last transition.
  private let footer: PosixZone?

  /// Returns the seconds that clocks are ahead of UTC at a time in seconds since the epoch.
  func offset(at seconds: Int64) -> Int {
    if let last = transitions.last, seconds < last { return offsets[index(before: seconds)] }
    return footer?.offset(at: seconds) ?? offsets[transitions.count]
  }

  /// Returns the number of transitions at or before a time.
  private func index(before seconds: Int64) -> Int {
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= seconds { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Reads the bytes of a TZif file of any version; `nil` when they are malformed.
  init?(tzif bytes: [UInt8]) {
    var reader = BigEndianReader(bytes: bytes)
    guard var header = Header(&reader) else { return nil }
    var timeSize = 4
    if header.version >= UInt8(ascii: "2") {
      // The first block serves readers of 32 bits only; the same data follow in 64 bits.
      guard reader.skip(header.blockSize(timeSize: 4)), let second = Header(&reader) else {
        return nil
      }
      header = second
      timeSize = 8
    }
    guard header.typeCount > 0, header.blockSize(timeSize: timeSize) <= reader.remaining else {
      return nil
    }
    let times = (0..<header.timeCount).map { _ in reader.signed(timeSize) }
    let typeIndexes = (0..<header.timeCount).map { _ in Int(reader.signed(1) & 0xFF) }
    let types = (0..<header.typeCount).map { _ in
      let offset = Int(reader.signed(4))
      _ = reader.skip(2)
      return offset
    }
    guard typeIndexes.allSatisfy(types.indices.contains),
      zip(times, times.dropFirst()).allSatisfy(<)
    else { return nil }
    _ = reader.skip(header.tailSize(timeSize: timeSize))
    transitions = times
    offsets = [types[0]] + typeIndexes.map { types[$0] }
    footer = timeSize == 8 ? PosixZone(reader.line()) : nil
  }

  /// The counts at the start of a block.
  private struct Header {
    let version: UInt8
    let timeCount: Int
    let typeCount: Int
    private let characterCount: Int
    private let leapCount: Int
    private let indicatorCount: Int

    init?(_ reader: inout BigEndianReader) {
      guard reader.remaining >= 44, reader.signed(4) == 0x545A_6966 else { return nil }
      version = UInt8(truncatingIfNeeded: reader.signed(1))
      _ = reader.skip(15)
      let counts = (0..<6).map { _ in Int(reader.signed(4)) }
      guard counts.allSatisfy({ 0...100_000 ~= $0 }) else { return nil }
      indicatorCount = counts[0] + counts[1]
      leapCount = counts[2]
      timeCount = counts[3]
      typeCount = counts[4]
      characterCount = counts[5]
    }

    /// The bytes of the block after its header.
    func blockSize(timeSize: Int) -> Int {
      timeCount * (timeSize + 1) + typeCount * 6 + tailSize(timeSize: timeSize)
    }

    /// The bytes after the types: names, leap seconds and indicators, which are of no use here.
    func tailSize(timeSize: Int) -> Int {
      characterCount + leapCount * (timeSize + 4) + indicatorCount
    }
  }
}

/// Reads big-endian numbers from the front of bytes; past the end it reads zeros.
private struct BigEndianReader {
  private let bytes: [UInt8]
  private var position = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The number of bytes left.
  var remaining: Int { bytes.count - position }

  /// Reads a signed number of 1, 4 or 8 bytes.
  mutating func signed(_ size: Int) -> Int64 {
    var value: UInt64 = 0
    for offset in position..<position + size {
      value = value << 8 | UInt64(offset < bytes.count ? bytes[offset] : 0)
    }
    position = min(position + size, bytes.count)
    let shift = 64 - 8 * size
    return Int64(bitPattern: value << shift) >> shift
  }

  /// Passes over bytes; returns whether there were as many.
  mutating func skip(_ count: Int) -> Bool {
    guard count <= remaining else { return false }
    position += count
    return true
  }

  /// Reads the text between two line breaks.
  mutating func line() -> ArraySlice<UInt8> {
    let newline = UInt8(ascii: "\n")
    guard signed(1) == Int64(newline) else { return [] }
    return bytes[position...].prefix { $0 != newline }
  }
}
