// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// A version of a Debian package as a value.
struct DebianVersion: ComparableOpaqueValue {
  static let celType = CELType.abstract("dpkg.Version", [])

  /// The version as written.
  let text: String
  private let version: PackageVersion

  init(_ text: String) throws(FunctionFailure) {
    self.text = text
    version = try PackageVersion(text, scheme: .dpkg)
  }

  var celType: CELType { DebianVersion.celType }

  func compared(to other: DebianVersion) -> Int { version.compared(to: other.version) }

  func isEqual(to other: any OpaqueValue) -> Bool {
    (other as? DebianVersion).map { compared(to: $0) == 0 } ?? false
  }
}

/// A version of an rpm package as a value.
struct RPMVersion: ComparableOpaqueValue {
  static let celType = CELType.abstract("rpm.Version", [])

  /// The version as written.
  let text: String
  private let version: PackageVersion

  init(_ text: String) throws(FunctionFailure) {
    self.text = text
    version = try PackageVersion(text, scheme: .rpm)
  }

  var celType: CELType { RPMVersion.celType }

  func compared(to other: RPMVersion) -> Int { version.compared(to: other.version) }

  func isEqual(to other: any OpaqueValue) -> Bool {
    (other as? RPMVersion).map { compared(to: $0) == 0 } ?? false
  }
}

extension FunctionLibrary {
  /// Versions of packages in the order of their package manager.
  static let packages = FunctionLibrary(
    "packages",
    LocalizedText(
      zh: "软件包版本，按 dpkg 或 rpm 的规则比较", en: "Package versions in the order of dpkg or rpm"),
    functions: [dpkgVersion, rpmVersion]
      + comparisons(
        DebianVersion.self, "dpkg_version", #"dpkgVersion("2.36-9+deb12u7")"#,
        #"dpkgVersion("2.36-9+deb12u10")"#)
      + comparisons(
        RPMVersion.self, "rpm_version", #"rpmVersion("4.18.0-513.5.1.el8")"#,
        #"rpmVersion("4.18.0-513.11.1.el8")"#)
      + [packageText],
    types: [
      "dpkg.Version": DebianVersion.celType, "rpm.Version": RPMVersion.celType,
    ])

  private static let dpkgVersion = FunctionDeclaration(
    "dpkgVersion",
    LocalizedText(
      zh: "Debian 系软件包的版本：[纪元:]上游版本[-修订号]",
      en: "A version of a Debian package: [epoch:]upstream[-revision]"),
    [
      .global(
        "string_to_dpkg_version", [.string], DebianVersion.celType,
        examples: [
          FunctionExample(#"dpkgVersion("1.0~rc1").isLessThan(dpkgVersion("1.0"))"#, "true")
        ],
        cost: .traversal([0]),
        specialization: .constant(argument: 0) { .opaque(try DebianVersion($0.string.text)) },
        .unary { .opaque(try DebianVersion($0.string.text)) })
    ])

  private static let rpmVersion = FunctionDeclaration(
    "rpmVersion",
    LocalizedText(
      zh: "rpm 软件包的版本：[纪元:]版本[-发布号]",
      en: "A version of an rpm package: [epoch:]version[-release]"),
    [
      .global(
        "string_to_rpm_version", [.string], RPMVersion.celType,
        examples: [
          FunctionExample(#"rpmVersion("1:1.0-1") == rpmVersion("1:1.00-1")"#, "true")
        ],
        cost: .traversal([0]),
        specialization: .constant(argument: 0) { .opaque(try RPMVersion($0.string.text)) },
        .unary { .opaque(try RPMVersion($0.string.text)) })
    ])

  private static let packageText = FunctionDeclaration(
    "string",
    LocalizedText(zh: "版本的文本", en: "The text of the version"),
    [
      .global(
        "dpkg_version_to_string", [DebianVersion.celType], .string,
        .unary { .string($0.opaqueValue(DebianVersion.self)?.text ?? "") }),
      .global(
        "rpm_version_to_string", [RPMVersion.celType], .string,
        .unary { .string($0.opaqueValue(RPMVersion.self)?.text ?? "") }),
    ])
}
