// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Chronology
import ControlCatalog
import Diagnostics
import EvidenceModel

/// All that is checked of a bundle which somebody else brings.
struct BundleVerification {
  /// What came of one check.
  struct Finding {
    /// What was checked, or what is wrong.
    let message: LocalizedText
    /// Whether the bundle is refused for it.
    let isRefusal: Bool
  }

  /// How far the clocks of two machines may differ, in seconds.
  private static let clockTolerance: Int64 = 300

  /// What a bundle must be.
  struct Expectation {
    /// The key that must have signed it; without one, signatures are not looked at.
    var key: VerificationKey?
    /// The asset that it must be of.
    var asset: String?
    /// The earliest time at which it may have been collected.
    var notBefore: Instant?
    /// The latest time at which it may have been collected.
    var notAfter: Instant?
    /// The present.
    var now: Instant
    /// The digests of the catalogs at hand, by id.
    var catalogs: [String: String]
    /// Whether it must have been planned by the catalogs at hand.
    var needsSameCatalogs: Bool
  }

  /// What was found, in the order of the checks.
  private(set) var findings: [Finding] = []
  /// The bundle, when its file could be read.
  private(set) var bundle: Bundle?
  /// What is wrong with the parts of the file.
  private(set) var diagnostics: [Diagnostic] = []

  /// Whether the bundle may be relied on.
  var isAccepted: Bool { diagnostics.isEmpty && !findings.contains(where: \.isRefusal) }

  /// Checks a bundle.
  ///
  /// - Parameters:
  ///   - source: the file of the bundle.
  ///   - checksum: the file with the signed line, when there is one.
  ///   - signature: the file with the signature, when there is one.
  ///   - expected: what the bundle must be.
  init(
    _ source: SourceText, checksum: [UInt8]?, signature: [UInt8]?, expected: Expectation
  ) {
    if let key = expected.key {
      checkSignature(source, checksum, signature, key)
    } else {
      accept(VerificationMessages.noKey)
    }
    do {
      let bundle = try BundleReader.read(source)
      self.bundle = bundle
      accept(VerificationMessages.intact(bundle.observations.count))
      check(bundle, expected)
    } catch {
      if source.utf8.suffix(2) != Array("}\n".utf8)[...] { refuse(VerificationMessages.cutOff) }
      diagnostics = error.diagnostics
    }
  }

  private mutating func checkSignature(
    _ source: SourceText, _ checksum: [UInt8]?, _ signature: [UInt8]?, _ key: VerificationKey
  ) {
    guard let checksum, let signature else { return refuse(VerificationMessages.notSigned) }
    guard let line = BundleChecksum(line: checksum) else {
      return refuse(VerificationMessages.malformedChecksum)
    }
    if key.accepts(signature, of: checksum) {
      accept(VerificationMessages.signed)
    } else {
      refuse(VerificationMessages.foreignSignature)
    }
    if line.digest != SHA256Digest.hexadecimal(of: source.utf8) {
      refuse(VerificationMessages.changedFile)
    }
  }

  private mutating func check(_ bundle: Bundle, _ expected: Expectation) {
    if let asset = expected.asset {
      check(bundle.asset == asset, VerificationMessages.asset(bundle.asset, expected: asset))
    }
    let time = bundle.collectedAt
    let latest = expected.notAfter ?? expected.now.adding(seconds: Self.clockTolerance)
    if let earliest = expected.notBefore, time < earliest {
      refuse(VerificationMessages.tooOld(time, earliest))
    } else if latest < time {
      refuse(VerificationMessages.tooNew(time, latest))
    } else {
      accept(VerificationMessages.collected(bundle.asset, at: time, bundle.host))
    }
    checkCatalogs(bundle, expected)
  }

  private mutating func checkCatalogs(_ bundle: Bundle, _ expected: Expectation) {
    let other = bundle.catalogs.filter { expected.catalogs[$0.key] != $0.value }.keys.sorted()
    let same = bundle.catalogs.keys.filter { !other.contains($0) }.sorted()
    if !same.isEmpty { accept(VerificationMessages.sameCatalogs(same)) }
    guard !other.isEmpty || bundle.catalogs.isEmpty else { return }
    let message = VerificationMessages.otherCatalogs(other)
    if expected.needsSameCatalogs { refuse(message) } else { accept(message) }
  }

  private mutating func check(_ isKept: Bool, _ message: LocalizedText) {
    if !isKept { refuse(message) }
  }

  private mutating func accept(_ message: LocalizedText) {
    findings.append(Finding(message: message, isRefusal: false))
  }

  private mutating func refuse(_ message: LocalizedText) {
    findings.append(Finding(message: message, isRefusal: true))
  }
}
