// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Chronology
import Diagnostics
import EvidenceModel

/// What is said about a bundle that is verified.
enum VerificationMessages {
  static let noKey = LocalizedText(
    zh: "未给出公钥（--key），不核验签名", en: "no public key is given (--key), so no signature is checked")
  static let signed = LocalizedText(zh: "签名由该密钥作出", en: "the signature is by this key")
  static let notSigned = LocalizedText(
    zh: "证据包没有签名：缺少旁边的 .sha256 或 .sig 文件",
    en: "the bundle is not signed: the .sha256 or .sig file beside it is missing")
  static let malformedChecksum = LocalizedText(
    zh: ".sha256 文件不是 sha256sum 的一行输出", en: "the .sha256 file is not one line of sha256sum")
  static let foreignSignature = LocalizedText(
    zh: "签名不是由该密钥对 .sha256 文件作出的：密钥不符，或 .sha256、.sig 文件被改动",
    en: "the signature of the .sha256 file is not by this key: another key signed it, or one of the"
      + " two files was changed")
  static let changedFile = LocalizedText(
    zh: "证据包文件与签名的 SHA-256 不符：签名之后被改动",
    en: "the bundle's file does not have the signed SHA-256: it was changed after it was signed")
  static let cutOff = LocalizedText(
    zh: "证据包文件的末尾被截断", en: "the end of the bundle's file is cut off")
  static let broken = LocalizedText(
    zh: "证据包不完整或被改动", en: "the bundle is incomplete or was changed")

  static func intact(_ count: Int) -> LocalizedText {
    LocalizedText(
      zh: "\(count) 条观察记录与各自的摘要和总摘要相符",
      en: "\(count) observations match their digests and the digest over all")
  }

  static func asset(_ id: String, expected: String) -> LocalizedText {
    LocalizedText(
      zh: "证据包属于资产 \(id)，而不是 \(expected)",
      en: "the bundle is of the asset \(id), not of \(expected)")
  }

  static func tooOld(_ time: Instant, _ earliest: Instant) -> LocalizedText {
    LocalizedText(
      zh: "证据包采集于 \(time)，早于允许的 \(earliest)，可能是重放的旧证据包",
      en: "the bundle was collected at \(time), before \(earliest): it may be an old one, replayed")
  }

  static func tooNew(_ time: Instant, _ latest: Instant) -> LocalizedText {
    LocalizedText(
      zh: "证据包采集于 \(time)，晚于允许的 \(latest)",
      en: "the bundle was collected at \(time), after \(latest)")
  }

  static func collected(_ asset: String, at time: Instant, _ host: HostIdentity) -> LocalizedText {
    let name = host.hostname.map { ", \($0)" } ?? ""
    return LocalizedText(
      zh: "资产 \(asset)（\(host.access.rawValue)\(name)），采集于 \(time)",
      en: "asset \(asset) (\(host.access.rawValue)\(name)), collected at \(time)")
  }

  static func sameCatalogs(_ ids: [String]) -> LocalizedText {
    let list = ids.joined(separator: ", ")
    return LocalizedText(
      zh: "采集计划出自现有目录：\(list)", en: "planned by the catalogs at hand: \(list)")
  }

  static func otherCatalogs(_ ids: [String]) -> LocalizedText {
    guard !ids.isEmpty else {
      return LocalizedText(zh: "未记录采集计划出自何目录", en: "no catalog is named that planned it")
    }
    let list = ids.joined(separator: ", ")
    return LocalizedText(
      zh: "采集计划出自与现有目录不同的目录：\(list)", en: "planned by catalogs other than those at hand: \(list)")
  }
}
