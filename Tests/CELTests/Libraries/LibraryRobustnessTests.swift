// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Chronology
import Testing

@testable import CEL

struct LibraryRobustnessTests {
  private static let texts = [
    "", "a", "%s%d%f%e%b%o%x%%", "%.99f", "\u{0}", "e\u{301}\u{1F600}", "-9223372036854775808",
    "1e308",
    "-0.0", "P106751DT23H47M16.854775807S", "-2562047h47m16.854775808s", "9999-12-31T23:59:59Z",
    "0001-01-01T00:00:00-23:59", "::", "255.255.255.255/32", "::/0", "1.2.3-a.b+c", "1:1~^-1",
    "America/New_York", "-23:59", "((a*)*)*", "(.)(.)?", #"\1\0"#, "0777", "====", "true",
  ]
  private static let integers: [Int64] = [
    .min, .min + 1, -64, -1, 0, 1, 2, 63, 64, 65, .max - 1, .max,
  ]
  private static let doubles = [
    -Double.infinity, -.greatestFiniteMagnitude, -0x1p63, -0.5, -0.0, 0, .leastNonzeroMagnitude,
    0x1p63, 0x1p64,
    .infinity, .nan,
  ]

  @Test func `no argument makes a function crash`() throws {
    var random = SplitMix(seed: 21)
    for overload in FunctionLibrary.all.flatMap(\.functions).flatMap(\.overloads) {
      for _ in 0..<300 {
        let count =
          overload.parameters.count
          + (overload.isVariadic ? Int.random(in: 0...2, using: &random) : 0)
        let arguments = overload.spread(overload.parameters, over: count).map {
          Self.value(of: $0, depth: 0, &random)
        }
        if overload.cost.units(arguments) > 1_000_000 { continue }
        _ = try? overload.implementation.call(arguments)
        if let specialization = overload.specialization {
          let special = try? specialization.make(arguments[specialization.argument])
          _ = try? special?.call(arguments)
        }
      }
    }
  }

  private static func value(
    of type: CELType, depth: Int, _ random: inout SplitMix
  ) -> CELValue {
    switch type {
    case .null: return .null
    case .bool: return .bool(Bool.random(using: &random))
    case .int: return .int(integers.randomElement(using: &random)!)
    case .uint: return .uint(UInt64(bitPattern: integers.randomElement(using: &random)!))
    case .double: return .double(doubles.randomElement(using: &random)!)
    case .string: return .string(texts.randomElement(using: &random)!)
    case .bytes: return .bytes([0xFF] + Array(texts.randomElement(using: &random)!.utf8))
    case .duration: return .duration(nanoseconds: integers.randomElement(using: &random)!)
    case .timestamp:
      let range = Instant.timestampSeconds
      let seconds = [range.lowerBound, -1, 0, range.upperBound].randomElement(using: &random)!
      return .timestamp(Instant(seconds: seconds, nanoseconds: 999_999_999))
    case .list(let element):
      return .list(
        (0..<Int.random(in: 0...3, using: &random)).map { _ in
          value(of: element, depth: depth + 1, &random)
        })
    case .map(_, let element):
      return .map([(.string("k"), value(of: element, depth: depth + 1, &random))])
    case .optional(let inner):
      return .optional(Bool.random(using: &random) ? nil : value(of: inner, depth: depth, &random))
    case .type(let inner): return .type(inner)
    case .abstract(let name, _): return opaque(name)
    case .dyn, .error, .parameter, .record:
      let types: [CELType] = [
        .null, .bool, .int, .uint, .double, .string, .bytes, .duration, .timestamp,
        .abstract("net.IP", []), depth > 3 ? .int : .list(.dyn),
        depth > 3 ? .int : .map(.string, .dyn),
      ]
      return value(of: types.randomElement(using: &random)!, depth: depth + 1, &random)
    }
  }

  private static func opaque(_ name: String) -> CELValue {
    let values: [(any OpaqueValue)?] = [
      try? IPAddress("fe80::1"), try? IPNetwork("::/0"), try? SemanticVersion("1.2.3-rc.1"),
      try? DebianVersion("1:1-1"), try? RPMVersion("1:1-1"),
    ]
    let value = values.compactMap { $0 }.first { $0.celType.runtimeName == name }
    return value.map { .opaque($0) } ?? .null
  }
}
