// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import CEL

struct VersionTests {
  @Test func `semantic versions follow the order of the specification`() throws {
    let ordered = [
      "0.0.1", "1.0.0-0", "1.0.0-9", "1.0.0-10", "1.0.0-99999999999999999999", "1.0.0-alpha",
      "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11",
      "1.0.0-rc.1", "1.0.0", "1.0.1", "1.2.0", "2.0.0",
    ].map { try! SemanticVersion($0) }
    for (i, a) in ordered.enumerated() {
      for (j, b) in ordered.enumerated() { #expect(a.compared(to: b) == (i - j).signum()) }
    }
    #expect(try SemanticVersion("1.0.0+a") == SemanticVersion("1.0.0+b"))
  }

  @Test(arguments: [
    "", "1", "1.0", "1.0.0.0", "v1.0.0", "01.0.0", "1.0.0-", "1.0.0-01", "1.0.0+", "1.0.0-a..b",
    "1.0.0-é", "1.-1.0", "1.0.9223372036854775808", "200K", "1.0.0 ", "1..0",
  ])
  func `refuses what is not a semantic version`(text: String) {
    #expect(throws: FunctionFailure.self) { try SemanticVersion(text) }
  }

  @Test(arguments: [
    ("v1.0", "1.0.0"), ("1", "1.0.0"), ("01.02.03", "1.2.3"), ("00.0.0", "0.0.0"),
    ("v1.2.3-rc.1+b", "1.2.3-rc.1+b"), ("1.0.0-01a", "1.0.0-01a"),
  ])
  func `normalizing completes a version`(text: String, normal: String) throws {
    #expect(try SemanticVersion(text, normalizing: true).text == normal)
  }

  @Test(arguments: ["", "v", "1-rc.1", "1.0+b", "vv1.0.0", "1.", ".1", "1..2", "V1.0.0"])
  func `normalizing does not mend everything`(text: String) {
    #expect(throws: FunctionFailure.self) { try SemanticVersion(text, normalizing: true) }
  }

  @Test(arguments: [
    ("1.0", "<", "1.1"), ("1.0~rc1", "<", "1.0"), ("1.0", "<", "1.0-1"), ("1.0-0", "=", "1.0"),
    ("9", "<", "10"), ("1:0.9", ">", "2.0"), ("0:1.0", "=", "1.0"), ("1.0a", ">", "1.0"),
    ("1.0+b1", ">", "1.0"), ("1.0.", ">", "1.0a"), ("1.002", "=", "1.2"), ("1~~", "<", "1~"),
    ("2.36-9+deb12u7", "<", "2.36-9+deb12u10"), ("1.2.3-4ubuntu1", "<", "1.2.3-4ubuntu1.1"),
  ])
  func `orders dpkg versions`(a: String, sign: String, b: String) throws {
    #expect(try order(a, b, .dpkg) == sign)
  }

  @Test(arguments: [
    ("1.0", "<", "1.1"), ("1.0~rc1", "<", "1.0"), ("1.0^git1", ">", "1.0"),
    ("1.0^git1", "<", "1.0.1"), ("1.0^", ">", "1.0"), ("1_0", "=", "1.0"), ("1.0a", ">", "1.0"),
    ("1.0", ">", "1.a"), ("a", "<", "1"), ("1.0010", ">", "1.9"), ("xyz10", "<", "xyz10.1"),
    ("4.18.0-513.5.1.el8_9", "<", "4.18.0-513.11.1.el8_9"), ("1:1.0-1", ">", "2.0-1"),
    ("1.0-1.el9", ">", "1.0"), ("2.0.1a", ">", "2.0.1"), ("5.5p1", "<", "5.5p10"),
    ("1.0~rc1^git1", ">", "1.0~rc1"), ("1.0^git1~pre", "<", "1.0^git1"),
  ])
  func `orders rpm versions`(a: String, sign: String, b: String) throws {
    #expect(try order(a, b, .rpm) == sign)
  }

  @Test(arguments: PackageVersion.Scheme.allCases)
  func `is a total order`(scheme: PackageVersion.Scheme) throws {
    var random = SplitMix(seed: 11)
    let versions = try (0..<120).map { _ in
      try PackageVersion(VersionTests.randomVersion(&random), scheme: scheme)
    }
    let table = versions.map { a in versions.map { a.compared(to: $0) } }
    for i in versions.indices {
      #expect(table[i][i] == 0)
      for j in versions.indices {
        #expect(table[i][j] == -table[j][i])
        for k in versions.indices where table[i][j] <= 0 && table[j][k] <= 0 {
          if table[i][k] > 0 { Issue.record("\(versions[i]) \(versions[j]) \(versions[k])") }
        }
      }
    }
  }

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: "/usr/bin/dpkg"), "needs dpkg"))
  func `agrees with dpkg`() throws {
    var random = SplitMix(seed: 5)
    for _ in 0..<150 {
      let (a, b) = (VersionTests.randomVersion(&random), VersionTests.randomVersion(&random))
      let operation = ["<": "lt", "=": "eq", ">": "gt"][try order(a, b, .dpkg)]!
      let dpkg = Process()
      dpkg.executableURL = URL(filePath: "/usr/bin/dpkg")
      dpkg.arguments = ["--compare-versions", a, operation, b]
      try dpkg.run()
      dpkg.waitUntilExit()
      #expect(dpkg.terminationStatus == 0, "\(a) \(operation) \(b)")
    }
  }

  @Test(arguments: ["", "1:", "a:1", ":1", "1 0", "1.0\n", "é", "1/2", "-1"])
  func `refuses what is not a package version`(text: String) {
    for scheme in PackageVersion.Scheme.allCases {
      #expect(throws: FunctionFailure.self) { try PackageVersion(text, scheme: scheme) }
    }
  }

  private func order(
    _ a: String, _ b: String, _ scheme: PackageVersion.Scheme
  ) throws -> String {
    let order = try PackageVersion(a, scheme: scheme).compared(
      to: PackageVersion(b, scheme: scheme))
    return ["<", "=", ">"][order + 1]
  }

  /// Returns a short version over few characters, so that many share a prefix.
  private static func randomVersion(_ random: inout SplitMix) -> String {
    let characters = Array("0011209ab.+~-")
    let length = Int.random(in: 0..<7, using: &random)
    let tail = (0..<length).map { _ in characters.randomElement(using: &random)! }
    let epoch = Int.random(in: 0..<8, using: &random) == 0 ? "1:" : ""
    return epoch + String(Int.random(in: 0..<3, using: &random)) + String(tail) + "0"
  }
}
