// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// The encodings a YAML file may be in, told by its byte order mark or its first bytes.
enum SourceEncoding {
  case utf8
  case utf16(bigEndian: Bool)
  case utf32(bigEndian: Bool)

  /// Finds the encoding as YAML 1.2.2, chapter 5.2 does, and the length of the byte order mark.
  static func detect(_ bytes: [UInt8]) -> (encoding: SourceEncoding, markLength: Int) {
    let head = bytes.prefix(4)
    if head == [0xFF, 0xFE, 0, 0] { return (.utf32(bigEndian: false), 4) }
    if head == [0, 0, 0xFE, 0xFF] { return (.utf32(bigEndian: true), 4) }
    if head.starts(with: [0xFF, 0xFE]) { return (.utf16(bigEndian: false), 2) }
    if head.starts(with: [0xFE, 0xFF]) { return (.utf16(bigEndian: true), 2) }
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if head.starts(with: [0, 0, 0]) { return (.utf32(bigEndian: true), 0) }
    if head.count == 4, head[1...].allSatisfy({ $0 == 0 }) { return (.utf32(bigEndian: false), 0) }
    if head.count >= 2, head[0] == 0, head[1] != 0 { return (.utf16(bigEndian: true), 0) }
    if head.count >= 2, head[1] == 0, head[0] != 0 { return (.utf16(bigEndian: false), 0) }
    return (.utf8, 0)
  }

  /// Returns the source as UTF-8 without a byte order mark, itself where it is that already, and
  /// the offsets in the result of what could not be decoded.
  static func transcode(_ source: SourceText) -> (source: SourceText, invalid: [Int]) {
    let (encoding, markLength) = detect(source.utf8)
    let body = source.utf8[markLength...]
    switch encoding {
    case .utf8:
      return (markLength == 0 ? source : SourceText(name: source.name, utf8: Array(body)), [])
    case .utf16(let bigEndian):
      return decode(units(body, of: UInt16.self, bigEndian: bigEndian), as: UTF16.self, source)
    case .utf32(let bigEndian):
      return decode(units(body, of: UInt32.self, bigEndian: bigEndian), as: UTF32.self, source)
    }
  }

  /// Returns the code units; bytes that do not fill the last one are left out.
  private static func units<Unit: FixedWidthInteger>(
    _ bytes: ArraySlice<UInt8>, of type: Unit.Type, bigEndian: Bool
  ) -> [Unit] {
    let size = MemoryLayout<Unit>.size
    return stride(from: bytes.startIndex, through: bytes.endIndex - size, by: size).map { start in
      let unit = bytes.withUnsafeBytes {
        $0.loadUnaligned(fromByteOffset: start - bytes.startIndex, as: Unit.self)
      }
      return bigEndian ? Unit(bigEndian: unit) : Unit(littleEndian: unit)
    }
  }

  private static func decode<Codec: UnicodeCodec>(
    _ units: [Codec.CodeUnit], as codec: Codec.Type, _ source: SourceText
  ) -> (source: SourceText, invalid: [Int]) {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(units.count * 2)
    var invalid: [Int] = []
    var decoder = Codec()
    var iterator = units.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): utf8.append(contentsOf: UTF8.encode(scalar) ?? .init())
      case .error:
        invalid.append(utf8.count)
        utf8.append(contentsOf: Array("\u{FFFD}".utf8))
      case .emptyInput: return (SourceText(name: source.name, utf8: utf8), invalid)
      }
    }
  }
}
