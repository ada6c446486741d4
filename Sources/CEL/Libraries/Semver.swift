// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension SemanticVersion: OpaqueValue {
  /// The type of semantic versions in expressions.
  static let celType = CELType.abstract("Semver", [])

  package var celType: CELType { SemanticVersion.celType }

  package func isEqual(to other: any OpaqueValue) -> Bool { other as? SemanticVersion == self }
}

extension FunctionLibrary {
  /// Semantic versions, with the function names of Kubernetes.
  static let semver = FunctionLibrary(
    "semver",
    LocalizedText(zh: "语义化版本（semver.org 2.0.0）", en: "Semantic versions (semver.org 2.0.0)"),
    functions: [
      semverFunction, isSemver, number("major", \.numbers.major), number("minor", \.numbers.minor),
      number("patch", \.numbers.patch),
    ] + comparisons(SemanticVersion.self, "semver", #"semver("1.2.3")"#, #"semver("1.10.0")"#)
      + [semverText],
    types: ["Semver": SemanticVersion.celType])

  private static let semverFunction = FunctionDeclaration(
    "semver",
    LocalizedText(
      zh: "文本所写的语义化版本；第二个参数为 true 时可有前缀 v、前导零，可缺次版本号",
      en: """
        The semantic version that a text writes; with true as second argument a prefix v, leading \
        zeros and missing numbers are allowed
        """),
    [
      .global(
        "string_to_semver", [.string], SemanticVersion.celType,
        examples: [FunctionExample(#"semver("1.0.0-rc.1").isLessThan(semver("1.0.0"))"#, "true")],
        cost: .traversal([0]),
        specialization: .constant(argument: 0) { .opaque(try SemanticVersion($0.string.text)) },
        .unary { .opaque(try SemanticVersion($0.string.text)) }),
      .global(
        "string_bool_to_semver", [.string, .bool], SemanticVersion.celType,
        examples: [FunctionExample(#"string(semver("v1.2", true))"#, #""1.2.0""#)],
        cost: .traversal([0]),
        .binary { .opaque(try SemanticVersion($0.string.text, normalizing: $1.bool)) }),
    ])

  private static let isSemver = FunctionDeclaration(
    "isSemver",
    LocalizedText(zh: "文本是否是语义化版本", en: "Whether a text is a semantic version"),
    [
      .global(
        "is_semver_string", [.string], .bool,
        examples: [FunctionExample(#"isSemver("v1.0")"#, "false")], cost: .traversal([0]),
        .unary { .bool((try? SemanticVersion($0.string.text)) != nil) }),
      .global(
        "is_semver_string_bool", [.string, .bool], .bool,
        examples: [FunctionExample(#"isSemver("v1.0", true)"#, "true")], cost: .traversal([0]),
        .binary {
          .bool((try? SemanticVersion($0.string.text, normalizing: $1.bool)) != nil)
        }),
    ])

  private static func number(
    _ name: String, _ number: any KeyPath<SemanticVersion, Int64> & Sendable
  ) -> FunctionDeclaration {
    let places = ["major": "主版本号", "minor": "次版本号", "patch": "修订号"]
    return FunctionDeclaration(
      name,
      LocalizedText(zh: "语义化版本的\(places[name] ?? name)", en: "The \(name) number of the version"),
      [
        .member(
          "semver_\(name)", [SemanticVersion.celType], .int,
          examples: [
            FunctionExample(
              "semver(\"1.2.3\").\(name)()",
              ["major": "1", "minor": "2", "patch": "3"][name] ?? "error")
          ],
          .unary { value in
            guard let version: SemanticVersion = value.opaqueValue() else {
              throw FunctionFailure.wrongType(value, SemanticVersion.celType)
            }
            return .int(version[keyPath: number])
          })
      ])
  }

  private static let semverText = FunctionDeclaration(
    "string",
    LocalizedText(zh: "版本的文本", en: "The text of the version"),
    [
      .global(
        "semver_to_string", [SemanticVersion.celType], .string,
        .unary { value in
          .string(value.opaqueValue(SemanticVersion.self)?.text ?? "")
        })
    ])
}
