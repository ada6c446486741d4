// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Finds the lines at which reading can start anew after a syntax error.
struct LineScan {
  /// What the outermost node of the document is, which tells what its next part looks like.
  enum Root {
    case mapping, sequence, any, none

    init(_ kind: NodeRecord.Kind) {
      switch kind {
      case .mapping: self = .mapping
      case .sequence: self = .sequence
      case .scalar, .alias: self = .none
      }
    }
  }

  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Returns the start of the next line that opens a document or a part of the root.
  func next(after offset: Int, in root: Root) -> (offset: Int, isDocument: Bool)? {
    var line = nextLine(after: offset)
    while line < bytes.count {
      if startsMarker(line, UInt8(ascii: "-")) { return (line, true) }
      if startsMarker(line, UInt8(ascii: ".")) {
        let next = nextLine(after: line)
        return next < bytes.count ? (next, true) : nil
      }
      switch root {
      case .mapping: if startsKey(line) { return (line, false) }
      case .sequence: if startsElement(line) { return (line, false) }
      case .any: if startsKey(line) || startsElement(line) { return (line, false) }
      case .none: break
      }
      line = nextLine(after: line)
    }
    return nil
  }

  private func nextLine(after offset: Int) -> Int {
    var index = offset
    while index < bytes.count, !bytes[index].isLineBreak { index += 1 }
    let isPair = index + 1 < bytes.count && bytes[index] == 0x0D && bytes[index + 1] == 0x0A
    return index + (isPair ? 2 : 1)
  }

  private func isBlank(_ offset: Int) -> Bool {
    offset >= bytes.count || bytes[offset] <= UInt8(ascii: " ")
  }

  private func startsMarker(_ line: Int, _ byte: UInt8) -> Bool {
    line + 2 < bytes.count && bytes[line] == byte && bytes[line + 1] == byte
      && bytes[line + 2] == byte && isBlank(line + 3)
  }

  private func startsElement(_ line: Int) -> Bool {
    bytes[line] == UInt8(ascii: "-") && isBlank(line + 1)
  }

  /// Whether a line starts, without indentation, with something that looks like a key.
  private func startsKey(_ line: Int) -> Bool {
    switch bytes[line] {
    case 0...UInt8(ascii: " "), UInt8(ascii: "#"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "%"), UInt8(ascii: "@"),
      UInt8(ascii: "`"), UInt8(ascii: ","), UInt8(ascii: "|"), UInt8(ascii: ">"):
      return false
    case UInt8(ascii: "-") where isBlank(line + 1):
      return false
    default:
      var index = line + 1
      while index < bytes.count, !bytes[index].isLineBreak {
        if bytes[index] == UInt8(ascii: ":"), isBlank(index + 1) { return true }
        index += 1
      }
      return false
    }
  }
}

extension UInt8 {
  /// Whether the byte ends a line, alone or as part of a pair.
  var isLineBreak: Bool { self == 0x0A || self == 0x0D }
}
