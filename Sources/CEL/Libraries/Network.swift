// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension IPAddress: OpaqueValue {
  /// The type of addresses in expressions.
  static let celType = CELType.abstract("net.IP", [])

  package var celType: CELType { IPAddress.celType }

  package func isEqual(to other: any OpaqueValue) -> Bool { other as? IPAddress == self }
}

extension IPNetwork: OpaqueValue {
  /// The type of address ranges in expressions.
  static let celType = CELType.abstract("net.CIDR", [])

  package var celType: CELType { IPNetwork.celType }

  package func isEqual(to other: any OpaqueValue) -> Bool { other as? IPNetwork == self }
}

extension FunctionLibrary {
  /// The functions of cel-go's `network` extension.
  static let network = FunctionLibrary(
    "network",
    LocalizedText(zh: "IP 地址与 CIDR 网段", en: "IP addresses and CIDR ranges"),
    functions: [ip, isIP, isCanonical, family] + kinds + networkRanges + [networkText],
    types: ["net.IP": IPAddress.celType, "net.CIDR": IPNetwork.celType])

  private static let ip = FunctionDeclaration(
    "ip",
    LocalizedText(
      zh: "文本所写的 IP 地址，或网段的地址",
      en: "The IP address that a text writes, or the address of a range"),
    [
      .global(
        "string_to_ip", [.string], IPAddress.celType,
        examples: [FunctionExample(#"ip("10.0.0.1").family()"#, "4")], cost: .traversal([0]),
        specialization: .constant(argument: 0) { .opaque(try IPAddress($0.string.text)) },
        .unary { .opaque(try IPAddress($0.string.text)) }),
      .member(
        "cidr_ip", [IPNetwork.celType], IPAddress.celType,
        examples: [FunctionExample(#"string(cidr("10.0.0.0/8").ip())"#, #""10.0.0.0""#)],
        .unary { .opaque(try range($0).address) }),
    ])

  private static let isIP = FunctionDeclaration(
    "isIP",
    LocalizedText(zh: "文本是否是 IP 地址", en: "Whether a text is an IP address"),
    [
      .global(
        "is_ip", [.string], .bool, examples: [FunctionExample(#"isIP("10.0.0.256")"#, "false")],
        cost: .traversal([0]),
        .unary { .bool((try? IPAddress($0.string.text)) != nil) })
    ])

  private static let isCanonical = FunctionDeclaration(
    "ip.isCanonical",
    LocalizedText(
      zh: "IP 地址是否以规范形式书写（RFC 5952）；不是地址则出错",
      en: "Whether an IP address is in canonical form (RFC 5952); an error when it is no address"),
    [
      .global(
        "ip_is_canonical", [.string], .bool,
        examples: [FunctionExample(#"ip.isCanonical("2001:DB8::1")"#, "false")],
        cost: .traversal([0]),
        .unary { .bool(try IPAddress($0.string.text).text == $0.string.text) })
    ])

  private static let family = FunctionDeclaration(
    "family",
    LocalizedText(zh: "IP 的版本：4 或 6", en: "The version of IP: 4 or 6"),
    [
      .member(
        "ip_family", [IPAddress.celType], .int,
        examples: [FunctionExample(#"ip("::1").family()"#, "6")],
        .unary { .int(Int64(try address($0).family.rawValue)) })
    ])

  private static let kinds = [
    kind(
      "isUnspecified", "ip_is_unspecified", "0.0.0.0",
      LocalizedText(
        zh: "是否为 0.0.0.0 或 ::，即监听所有地址", en: "Whether it is 0.0.0.0 or ::, any address"),
      \.isUnspecified),
    kind(
      "isLoopback", "ip_is_loopback", "127.0.0.1",
      LocalizedText(zh: "是否为环回地址", en: "Whether it is a loopback address"), \.isLoopback),
    kind(
      "isGlobalUnicast", "ip_is_global_unicast", "192.168.0.1",
      LocalizedText(
        zh: "是否为可越过本链路的单播地址，包括私有地址",
        en: "Whether it is a unicast address beyond the link, private ones included"),
      \.isGlobalUnicast),
    kind(
      "isLinkLocalMulticast", "ip_is_link_local_multicast", "224.0.0.1",
      LocalizedText(zh: "是否为链路本地组播地址", en: "Whether it is a link-local multicast address"),
      \.isLinkLocalMulticast),
    kind(
      "isLinkLocalUnicast", "ip_is_link_local_unicast", "169.254.169.254",
      LocalizedText(zh: "是否为链路本地单播地址", en: "Whether it is a link-local unicast address"),
      \.isLinkLocalUnicast),
  ]

  private static func kind(
    _ name: String, _ id: String, _ example: String, _ documentation: LocalizedText,
    _ property: any KeyPath<IPAddress, Bool> & Sendable
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name, documentation,
      [
        .member(
          id, [IPAddress.celType], .bool,
          examples: [FunctionExample("ip(\"\(example)\").\(name)()", "true")],
          .unary { .bool(try address($0)[keyPath: property]) })
      ])
  }

  private static let networkText = FunctionDeclaration(
    "string",
    LocalizedText(zh: "规范形式的文本", en: "The text in canonical form"),
    [
      .global(
        "ip_to_string", [IPAddress.celType], .string,
        examples: [FunctionExample(#"string(ip("2001:DB8::1"))"#, #""2001:db8::1""#)],
        .unary { .string(try address($0).text) }),
      .global(
        "cidr_to_string", [IPNetwork.celType], .string,
        examples: [FunctionExample(#"string(cidr("10.0.0.0/8"))"#, #""10.0.0.0/8""#)],
        .unary { .string(try range($0).text) }),
    ])

  /// The address of an argument declared as one.
  static func address(_ value: CELValue) throws(FunctionFailure) -> IPAddress {
    guard let address: IPAddress = value.opaqueValue() else {
      throw .wrongType(value, IPAddress.celType)
    }
    return address
  }

  /// The range of an argument declared as one.
  static func range(_ value: CELValue) throws(FunctionFailure) -> IPNetwork {
    guard let network: IPNetwork = value.opaqueValue() else {
      throw .wrongType(value, IPNetwork.celType)
    }
    return network
  }
}
