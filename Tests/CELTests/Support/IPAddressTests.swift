// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CEL

struct IPAddressTests {
  @Test(arguments: [
    ("192.168.0.1", "192.168.0.1"), ("2001:db8::68", "2001:db8::68"), ("::", "::"), ("::1", "::1"),
    ("2001:DB8:0:0:0:0:0:1", "2001:db8::1"), ("1:0:0:2:0:0:0:3", "1:0:0:2::3"),
    ("1:0:0:2:0:0:3:4", "1::2:0:0:3:4"), ("1:0:2:0:3:0:4:0", "1:0:2:0:3:0:4:0"),
    ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"), ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"),
    ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"), ("::ffff:c0a8:1", "192.168.0.1"),
  ])
  func `has a canonical text`(text: String, canonical: String) throws {
    #expect(try IPAddress(text).text == canonical)
  }

  @Test(arguments: [
    "", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1.2.3.4 ", "1..3.4", "+1.2.3.4", ":", ":::",
    "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::", "::g", ":1", "1:", "::1.2.3",
    "1.2.3.4::", "::ffff:192.168.0.1", "fe80::1%en0", "1:2:3:4:5:6:7:8::", "::+1", "2001:db8:::68",
  ])
  func `refuses what is not an address`(text: String) {
    #expect(throws: FunctionFailure.self) { try IPAddress(text) }
  }

  @Test(arguments: [
    ("0.0.0.0", "unspecified"), ("::", "unspecified"), ("127.0.0.1", "loopback"),
    ("::1", "loopback"), ("169.254.169.254", "link-local unicast"),
    ("fe80::1", "link-local unicast"), ("febf::1", "link-local unicast"),
    ("224.0.0.1", "link-local multicast"), ("ff02::1", "link-local multicast"),
    ("192.168.0.1", "global unicast"), ("2001:db8::1", "global unicast"),
    ("fd80::1", "global unicast"), ("224.0.1.1", ""), ("ff00::1", ""), ("255.255.255.255", ""),
  ])
  func `is of one kind`(text: String, kind: String) throws {
    let address = try IPAddress(text)
    let kinds = [
      ("unspecified", address.isUnspecified), ("loopback", address.isLoopback),
      ("link-local unicast", address.isLinkLocalUnicast),
      ("link-local multicast", address.isLinkLocalMulticast),
      ("global unicast", address.isGlobalUnicast),
    ]
    #expect(kinds.filter(\.1).map(\.0) == (kind.isEmpty ? [] : [kind]))
  }

  @Test func `what is written is read back`() throws {
    var random = SplitMix(seed: 3)
    for _ in 0..<2_000 {
      let high = UInt128(random.next() & random.next() & random.next())
      let bits = high << 64 | UInt128(random.next() & random.next() & 0xFFFF_0000_FFFF)
      let address = IPAddress(family: .v6, bits: bits)
      if bits >> 32 == 0xFFFF { continue }
      #expect(try IPAddress(address.text) == address)
    }
  }

  @Test(arguments: [
    ("192.168.0.0/24", "192.168.0.255", true), ("192.168.0.0/24", "192.168.1.0", false),
    ("0.0.0.0/0", "1.2.3.4", true), ("::/0", "1.2.3.4", false), ("::/0", "ffff::", true),
    ("1.2.3.4/32", "1.2.3.4", true), ("2001:db8::/32", "2001:db8::1", true),
    ("2001:db8::1/128", "2001:db8::2", false),
  ])
  func `a range contains addresses`(network: String, address: String, expected: Bool) throws {
    #expect(try IPNetwork(network).contains(IPAddress(address)) == expected)
  }

  @Test(arguments: [
    ("10.0.0.0/8", "10.0.0.0/8", true), ("192.168.0.0/24", "192.168.0.0/23", false),
    ("192.168.0.0/24", "192.168.0.128/25", true), ("10.0.0.0/8", "2001:db8::/32", false),
  ])
  func `a range contains ranges`(network: String, other: String, expected: Bool) throws {
    #expect(try IPNetwork(network).contains(IPNetwork(other)) == expected)
  }

  @Test func `masking clears the host bits`() throws {
    let network = try IPNetwork("192.168.1.5/24")
    #expect(network.text == "192.168.1.5/24")
    #expect(network.masked.text == "192.168.1.0/24")
    #expect(try IPNetwork("2001:db8::1/0").masked.text == "::/0")
  }

  @Test(arguments: [
    "192.168.0.0", "192.168.0.0/", "192.168.0.0/33", "192.168.0.0/08", "192.168.0.0/-1", "/8",
    "::/129", "fe80::1%en0/24", "::ffff:192.168.0.1/24", "::ffff:c0a8:1/120", "1.2.3.4/8/8",
  ])
  func `refuses what is not a range`(text: String) {
    #expect(throws: FunctionFailure.self) { try IPNetwork(text) }
  }
}
