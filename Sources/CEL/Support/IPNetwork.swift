// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// A range of addresses in CIDR notation, such as `192.168.0.0/24`; the address keeps its host bits.
struct IPNetwork: Sendable, Hashable {
  /// The address before the slash.
  let address: IPAddress
  /// The number of leading bits that addresses of the range share.
  let prefixLength: Int

  private init(address: IPAddress, prefixLength: Int) {
    self.address = address
    self.prefixLength = prefixLength
  }

  /// Parses an address, a slash and the length of the prefix in decimal.
  init(_ text: String) throws(FunctionFailure) {
    guard let slash = text.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      throw .invalidNetwork(text)
    }
    let digits = text.utf8[text.utf8.index(after: slash)...]
    let part = String(text[..<slash])
    guard 1...3 ~= digits.count, digits.allSatisfy(\.isDigit),
      digits.count == 1 || digits.first != UInt8(ascii: "0"), let length = Int(digits: digits)
    else {
      throw part.utf8.contains(UInt8(ascii: "%")) ? .addressWithZone(text) : .invalidNetwork(text)
    }
    let address = try IPAddress(part)
    if address.family == .v4, part.utf8.contains(UInt8(ascii: ":")) { throw .mappedAddress(text) }
    guard length <= address.family.bitCount else { throw .invalidNetwork(text) }
    self.init(address: address, prefixLength: length)
  }

  /// The canonical text.
  var text: String { "\(address.text)/\(prefixLength)" }

  /// The same range with the host bits of its address cleared.
  var masked: IPNetwork {
    IPNetwork(
      address: IPAddress(family: address.family, bits: address.bits & mask),
      prefixLength: prefixLength)
  }

  /// Whether an address is of the same family and in the range.
  func contains(_ other: IPAddress) -> Bool {
    other.family == address.family && (other.bits ^ address.bits) & mask == 0
  }

  /// Whether a whole range is in this range.
  func contains(_ other: IPNetwork) -> Bool {
    other.prefixLength >= prefixLength && contains(other.address)
  }

  private var mask: UInt128 {
    let hostBits = address.family.bitCount - prefixLength
    return hostBits == 128 ? 0 : ~0 << UInt128(hostBits)
  }
}
