// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// An address of IP version 4 or 6 without a zone.
///
/// An IPv4 address that is mapped into IPv6 in hexadecimal (`::ffff:c0a8:1`) is the IPv4 address;
/// mapped in decimal (`::ffff:192.168.0.1`) it is refused, as in the CEL specification's tests.
struct IPAddress: Sendable, Hashable {
  /// The version of the protocol.
  enum Family: Int, Sendable {
    /// 32 bits.
    case v4 = 4
    /// 128 bits.
    case v6 = 6

    /// The number of bits of an address.
    var bitCount: Int { self == .v4 ? 32 : 128 }
  }

  /// The version of the protocol.
  let family: Family
  /// The address as a number.
  let bits: UInt128

  init(family: Family, bits: UInt128) {
    self.family = family
    self.bits = bits
  }

  /// Parses `192.168.0.1` or `2001:db8::1`.
  init(_ text: String) throws(FunctionFailure) {
    let bytes = Array(text.utf8)
    if bytes.contains(UInt8(ascii: "%")) { throw .addressWithZone(text) }
    guard bytes.contains(UInt8(ascii: ":")) else {
      guard let bits = IPAddress.version4(bytes[...]) else { throw .invalidAddress(text) }
      self.init(family: .v4, bits: UInt128(bits))
      return
    }
    guard let bits = IPAddress.version6(bytes) else { throw .invalidAddress(text) }
    guard bits >> 32 == 0xFFFF else {
      self.init(family: .v6, bits: bits)
      return
    }
    if bytes.contains(UInt8(ascii: ".")) { throw .mappedAddress(text) }
    self.init(family: .v4, bits: bits & 0xFFFF_FFFF)
  }

  /// The canonical text: decimal for version 4, RFC 5952 for version 6.
  var text: String {
    switch family {
    case .v4:
      return stride(from: 24, through: 0, by: -8)
        .map { String((bits >> UInt128($0)) & 0xFF) }.joined(separator: ".")
    case .v6:
      let groups = stride(from: 112, through: 0, by: -16)
        .map { UInt16(truncatingIfNeeded: bits >> UInt128($0)) }
      func hexadecimal(_ groups: ArraySlice<UInt16>) -> String {
        groups.map { String($0, radix: 16) }.joined(separator: ":")
      }
      guard let zeros = IPAddress.longestZeros(groups) else { return hexadecimal(groups[...]) }
      return hexadecimal(groups[..<zeros.lowerBound]) + "::"
        + hexadecimal(groups[zeros.upperBound...])
    }
  }

  /// Whether this is `0.0.0.0` or `::`.
  var isUnspecified: Bool { bits == 0 }

  /// Whether this is in `127.0.0.0/8` or is `::1`.
  var isLoopback: Bool { family == .v4 ? bits >> 24 == 127 : bits == 1 }

  /// Whether this is in `169.254.0.0/16` or `fe80::/10`.
  var isLinkLocalUnicast: Bool {
    family == .v4 ? bits >> 16 == 0xA9FE : bits >> 118 == 0xFE80 >> 6
  }

  /// Whether this is in `224.0.0.0/24`, or multicast of link-local scope in version 6.
  var isLinkLocalMulticast: Bool {
    family == .v4 ? bits >> 8 == 0xE0_0000 : bits >> 112 & 0xFF0F == 0xFF02
  }

  /// Whether this is in `224.0.0.0/4` or `ff00::/8`.
  var isMulticast: Bool { family == .v4 ? bits >> 28 == 0xE : bits >> 120 == 0xFF }

  /// Whether this names one host beyond its link, private networks included.
  var isGlobalUnicast: Bool {
    !isUnspecified && !isLoopback && !isMulticast && !isLinkLocalUnicast
      && !(family == .v4 && bits == 0xFFFF_FFFF)
  }

  /// Returns the longest run of two or more zero groups, the first of equally long ones.
  private static func longestZeros(_ groups: [UInt16]) -> Range<Int>? {
    var longest: Range<Int>?
    var start: Int?
    for index in 0...groups.count {
      if index < groups.count, groups[index] == 0 {
        if start == nil { start = index }
      } else if let first = start {
        if index - first >= 2, index - first > (longest?.count ?? 0) { longest = first..<index }
        start = nil
      }
    }
    return longest
  }
}

extension IPAddress {
  /// Parses four decimal numbers without leading zeros, which some readers take for octal.
  private static func version4(_ bytes: ArraySlice<UInt8>) -> UInt32? {
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var bits: UInt32 = 0
    for part in parts {
      guard 1...3 ~= part.count, part.allSatisfy(\.isDigit),
        part.count == 1 || part.first != UInt8(ascii: "0"), let octet = UInt8(digits: part)
      else { return nil }
      bits = bits << 8 | UInt32(octet)
    }
    return bits
  }

  /// Parses groups of hexadecimal digits, `::` for zeros at most once, at the end possibly version 4.
  private static func version6(_ bytes: [UInt8]) -> UInt128? {
    let colon = UInt8(ascii: ":")
    guard
      let gap = bytes.indices.dropLast().first(where: {
        bytes[$0] == colon && bytes[$0 + 1] == colon
      })
    else {
      guard let groups = groups(bytes[...], mayEndInVersion4: true), groups.count == 8 else {
        return nil
      }
      return number(groups)
    }
    guard let head = groups(bytes[..<gap], mayEndInVersion4: false),
      let tail = groups(bytes[(gap + 2)...], mayEndInVersion4: true), head.count + tail.count <= 7
    else { return nil }
    return number(head + repeatElement(0, count: 8 - head.count - tail.count) + tail)
  }

  private static func groups(_ bytes: ArraySlice<UInt8>, mayEndInVersion4: Bool) -> [UInt16]? {
    if bytes.isEmpty { return [] }
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    var groups: [UInt16] = []
    for (index, part) in parts.enumerated() {
      if part.contains(UInt8(ascii: ".")) {
        guard mayEndInVersion4, index == parts.count - 1, let bits = version4(part) else {
          return nil
        }
        groups += [UInt16(bits >> 16), UInt16(bits & 0xFFFF)]
        continue
      }
      guard 1...4 ~= part.count, part.allSatisfy({ $0 != UInt8(ascii: "+") }),
        let group = UInt16(String(decoding: part, as: UTF8.self), radix: 16)
      else { return nil }
      groups.append(group)
    }
    return groups
  }

  private static func number(_ groups: [UInt16]) -> UInt128 {
    groups.reduce(0) { $0 << 16 | UInt128($1) }
  }
}
