// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension FunctionLibrary {
  /// The functions of the `network` library on ranges of addresses.
  static let networkRanges: [FunctionDeclaration] = [
    cidr, isCIDR, containsIP, containsCIDR, masked, prefixLength,
  ]

  private static let cidr = FunctionDeclaration(
    "cidr",
    LocalizedText(
      zh: "以 CIDR 形式书写的网段", en: "The range of addresses that a text writes as CIDR"),
    [
      .global(
        "string_to_cidr", [.string], IPNetwork.celType,
        examples: [FunctionExample(#"cidr("10.0.0.0/8").containsIP("10.1.2.3")"#, "true")],
        cost: .traversal([0]),
        specialization: .constant(argument: 0) { .opaque(try IPNetwork($0.string.text)) },
        .unary { .opaque(try IPNetwork($0.string.text)) })
    ])

  private static let isCIDR = FunctionDeclaration(
    "isCIDR",
    LocalizedText(zh: "文本是否是 CIDR 网段", en: "Whether a text is a CIDR range"),
    [
      .global(
        "is_cidr", [.string], .bool,
        examples: [FunctionExample(#"isCIDR("10.0.0.0/33")"#, "false")], cost: .traversal([0]),
        .unary { .bool((try? IPNetwork($0.string.text)) != nil) })
    ])

  private static let containsIP = FunctionDeclaration(
    "containsIP",
    LocalizedText(zh: "地址是否在网段之内", en: "Whether an address is in the range"),
    [
      .member(
        "cidr_contains_ip", [IPNetwork.celType, IPAddress.celType], .bool,
        examples: [FunctionExample(#"cidr("10.0.0.0/8").containsIP(ip("192.168.0.1"))"#, "false")],
        .binary { .bool(try range($0).contains(try address($1))) }),
      .member(
        "cidr_contains_ip_string", [IPNetwork.celType, .string], .bool,
        cost: .traversal([1]),
        specialization: FunctionSpecialization(argument: 1) { literal in
          let address = try IPAddress(literal.string.text)
          return .binary { network, _ in .bool(try range(network).contains(address)) }
        },
        .binary { .bool(try range($0).contains(try IPAddress($1.string.text))) }),
    ])

  private static let containsCIDR = FunctionDeclaration(
    "containsCIDR",
    LocalizedText(
      zh: "另一网段是否完全在网段之内", en: "Whether another range is wholly in the range"),
    [
      .member(
        "cidr_contains_cidr", [IPNetwork.celType, IPNetwork.celType], .bool,
        .binary { .bool(try range($0).contains(try range($1))) }),
      .member(
        "cidr_contains_cidr_string", [IPNetwork.celType, .string], .bool,
        examples: [
          FunctionExample(#"cidr("10.0.0.0/8").containsCIDR("10.1.0.0/16")"#, "true")
        ],
        cost: .traversal([1]),
        specialization: FunctionSpecialization(argument: 1) { literal in
          let part = try IPNetwork(literal.string.text)
          return .binary { network, _ in .bool(try range(network).contains(part)) }
        },
        .binary { .bool(try range($0).contains(try IPNetwork($1.string.text))) }),
    ])

  private static let masked = FunctionDeclaration(
    "masked",
    LocalizedText(
      zh: "主机位清零的网段", en: "The range with the host bits of its address cleared"),
    [
      .member(
        "cidr_masked", [IPNetwork.celType], IPNetwork.celType,
        examples: [
          FunctionExample(#"string(cidr("192.168.1.5/24").masked())"#, #""192.168.1.0/24""#)
        ],
        .unary { .opaque(try range($0).masked) })
    ])

  private static let prefixLength = FunctionDeclaration(
    "prefixLength",
    LocalizedText(zh: "网段前缀的位数", en: "The number of bits of the range's prefix"),
    [
      .member(
        "cidr_prefix_length", [IPNetwork.celType], .int,
        examples: [FunctionExample(#"cidr("10.0.0.0/8").prefixLength()"#, "8")],
        .unary { .int(Int64(try range($0).prefixLength)) })
    ])
}
