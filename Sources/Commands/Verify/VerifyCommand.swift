// Plumbline
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Chronology
import ControlCatalog
import Diagnostics
import EvidenceModel
import FoundationEssentials

/// `plumbline verify`: tells whether a bundle that somebody else brings may be relied on.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: Speech.text(
      zh: "核验证据包：签名、摘要、格式、时间、资产与目录",
      en: "Verify a bundle: signature, digests, format, time, asset and catalogs."))

  @Argument(help: Speech.help(zh: "证据包文件", en: "The bundle.", valueName: "bundle"))
  var bundle: String

  @Option(
    help: Speech.help(
      zh: "签名者的 Ed25519 公钥（PEM）；签名取自旁边的 .sha256 与 .sig 文件",
      en:
        "The signer's Ed25519 public key (PEM); the files .sha256 and .sig beside the bundle sign.",
      valueName: "file"))
  var key: String?

  @Option(help: Speech.help(zh: "证据包须属于此资产", en: "The bundle must be of it.", valueName: "id"))
  var asset: String?

  @Option(
    help: Speech.help(zh: "不得早于此时采集", en: "Collected at this time or later.", valueName: "time"))
  var notBefore: Instant?

  @Option(
    help: Speech.help(
      zh: "不得晚于此时采集；默认为现在", en: "Collected at this time or before; default now.",
      valueName: "time"))
  var notAfter: Instant?

  @Option(
    help: Speech.help(
      zh: "采集距今不得超过此时长，形如 P7D", en: "Collected at most this long ago, such as P7D.",
      valueName: "period"))
  var maxAge: CalendarPeriod?

  @Flag(
    help: Speech.help(
      zh: "采集计划须出自现有目录", en: "It must have been planned by the catalogs at hand."))
  var sameCatalogs = false

  @OptionGroup var time: TimeOptions
  @OptionGroup var library: LibraryOptions
  @OptionGroup var common: CommonOptions

  mutating func run() throws {
    let terminal = common.terminal
    let verification = BundleVerification(
      try InputFile.read(bundle), checksum: contents(BundleChecksum.checksumSuffix),
      signature: contents(BundleChecksum.signatureSuffix), expected: try expectation())
    for finding in verification.findings {
      let mark = finding.isRefusal ? terminal.styled("✗", "31") : terminal.styled("✓", "32")
      terminal.write("\(mark) \(finding.message[terminal.language].sanitizedForTerminal)\n")
    }
    if !verification.diagnostics.isEmpty {
      let message = VerificationMessages.broken[terminal.language]
      terminal.write("\(terminal.styled("✗", "31")) \(message)\n")
      terminal.report(verification.diagnostics)
    }
    if !verification.isAccepted { throw ExitStatus.findings.code }
  }

  private func expectation() throws -> BundleVerification.Expectation {
    BundleVerification.Expectation(
      key: try key.map { try KeyFile.verificationKey($0) }, asset: asset, notBefore: earliest,
      notAfter: notAfter, now: time.instant, catalogs: try library.load().library.digests,
      needsSameCatalogs: sameCatalogs)
  }

  /// The later of the two limits.
  private var earliest: Instant? {
    let limit = maxAge.map { period in
      let now = time.instant
      let day = now.dateInChina
      let past = CalendarPeriod(years: -period.years, months: -period.months, days: -period.days)
      let seconds = now.seconds - day.startOfDay.seconds
      return day.adding(past).startOfDay.adding(seconds: seconds)
    }
    guard let limit, let notBefore else { return limit ?? notBefore }
    return max(limit, notBefore)
  }

  /// Returns the file beside the bundle with a suffix.
  private func contents(_ suffix: String) -> [UInt8]? {
    FileManager.default.contents(atPath: bundle + suffix).map { Array($0) }
  }
}

extension CalendarPeriod: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}

/// Files with keys.
enum KeyFile {
  /// Returns the private key of a file.
  static func signingKey(_ path: String) throws(CommandFailure) -> SigningKey {
    let text = try InputFile.read(path)
    do {
      return try SigningKey(pem: String(decoding: text.utf8, as: UTF8.self))
    } catch {
      throw unusable(path, error)
    }
  }

  /// Returns the public key of a file.
  static func verificationKey(_ path: String) throws(CommandFailure) -> VerificationKey {
    let text = try InputFile.read(path)
    do {
      return try VerificationKey(pem: String(decoding: text.utf8, as: UTF8.self))
    } catch {
      throw unusable(path, error)
    }
  }

  private static func unusable(_ path: String, _ problem: KeyProblem) -> CommandFailure {
    CommandFailure(
      zh: "密钥文件 \(path) 不可用：\(problem.message.zh)",
      en: "the key file \(path) cannot be used: \(problem.message.en)")
  }
}
