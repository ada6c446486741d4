// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Testing

@testable import CEL

struct LibraryDeclarationTests {
  private static let overloads = FunctionLibrary.all.flatMap(\.functions).flatMap(\.overloads)

  @Test func `every library in the folder is in the table`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appending(path: "Sources/CEL/Libraries")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    let names = try files.flatMap { file in
      try String(contentsOf: file, encoding: .utf8)
        .matches(of: /= FunctionLibrary\(\s*"([^"]+)"/).map { String($0.1) }
    }
    #expect(names.sorted() == FunctionLibrary.all.map(\.name).sorted())
  }

  @Test func `names of overloads are unique`() {
    let names = Self.overloads.map(\.id)
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: FunctionLibrary.all.map(\.name))
  func `every function is documented in both languages and has an example`(name: String) throws {
    let library = try #require(FunctionLibrary.all.first { $0.name == name })
    for function in library.functions {
      #expect(!function.documentation.zh.isEmpty && !function.documentation.en.isEmpty)
      #expect(!function.documentation.en.hasSuffix("."), "\(function.name)")
      let examples = FunctionLibrary.all.flatMap(\.functions)
        .filter { $0.name == function.name }.flatMap(\.overloads).flatMap(\.examples)
      #expect(!examples.isEmpty, "\(function.name)")
    }
  }

  @Test(arguments: [
    ("matches_string", "("), ("matches", "a**"), ("regex_extract_string_string", "(a)(b)"),
    ("string_to_timestamp", "2026-02-30T00:00:00Z"), ("string_to_duration", "1d"),
    ("string_to_iso_duration", "P1Y"), ("string_to_semver", "1.0"), ("string_to_ip", "1.2.3"),
    ("string_to_cidr", "10.0.0.0/33"), ("cidr_contains_ip_string", "1.2.3"),
    ("base64_decode_string", "?"), ("string_to_dpkg_version", "1 0"),
    ("int_is_at_most_string", "888"), ("timestamp_getHours_with_tz", "Mars/Olympus"),
    ("string_format_list", "%y"),
  ])
  func `a bad literal is found when the expression is compiled`(id: String, literal: String) throws
  {
    let overload = try #require(Self.overloads.first { $0.id == id })
    let specialization = try #require(overload.specialization)
    #expect(throws: FunctionFailure.self) { try specialization.make(.string(literal)) }
  }

  @Test func `hostile arguments cost before they work`() throws {
    let text = CELValue.string(String(repeating: "a", count: 100_000))
    #expect(try cost("string_replace_string_string", [text, .string(""), text]) > 1_000_000_000)
    #expect(
      try cost("regex_replace_string_string_string", [text, .string("a"), text]) > 100_000_000)
    #expect(try cost("lists_range", [.int(.max)]) > 1_000_000_000)
    #expect(try cost("matches_string", [text, .string("^(a|a)*b")]) < 100_000)
  }

  private func cost(_ id: String, _ arguments: [CELValue]) throws -> Int {
    let overload = try #require(Self.overloads.first { $0.id == id })
    return overload.cost.units(arguments)
  }
}
