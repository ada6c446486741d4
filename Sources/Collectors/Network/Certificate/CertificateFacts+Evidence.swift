// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Chronology
import EvidenceModel

extension CertificateFacts {
  /// The type of a certificate in evidence.
  static let recordType = RecordType(
    name: "x509_certificate",
    fields: [
      .required(
        "subject", .string, zh: "主体名称，RFC 4514 写法", en: "The subject in the form of RFC 4514"),
      .required(
        "issuer", .string, zh: "签发者名称，RFC 4514 写法", en: "The issuer in the form of RFC 4514"),
      .optional("common_name", .string, zh: "主体的通用名", en: "The common name of the subject"),
      .required(
        "names", .list(.string), zh: "主体备用名称：域名、地址等",
        en: "The alternative names: host names, addresses and others"),
      .required("serial", .string, zh: "十六进制序列号", en: "The serial number in hexadecimal"),
      .required(
        "key_type", .string, zh: "RSA、EC、SM2、Ed25519、Ed448、DSA，或其他算法的 OID",
        en: "RSA, EC, SM2, Ed25519, Ed448 or DSA, or the OID of another algorithm"),
      .optional("key_bits", .int, zh: "密钥位数；未知时没有", en: "The bits of the key, where known"),
      .optional("curve", .string, zh: "椭圆曲线", en: "The elliptic curve"),
      .required(
        "signature_algorithm", .string, zh: "签名算法，名称同 OpenSSL；未知时为 OID",
        en: "The algorithm of the signature as OpenSSL names it, or its OID"),
      .required(
        "is_known_algorithm", .bool, zh: "密钥与签名算法是否都是本程序认识的；不认识的只有 OID，强度无从判断",
        en:
          "Whether the algorithms of key and signature are known here; of others there is only the "
          + "OID, and their strength cannot be judged"),
      .required("not_before", .timestamp, zh: "有效期起", en: "The start of its validity"),
      .required("not_after", .timestamp, zh: "有效期止", en: "The end of its validity"),
      .required("is_self_signed", .bool, zh: "是否自签名", en: "Whether it is its own issuer"),
      .required("is_ca", .bool, zh: "是否可签发证书", en: "Whether it may issue others"),
      .required("sha256", .string, zh: "证书 DER 的 SHA-256", en: "The SHA-256 of its DER form"),
    ], identifyingField: "subject")

  /// The certificate as evidence.
  var evidence: EvidenceValue {
    var object: EvidenceObject = ["subject": .string(subject), "issuer": .string(issuer)]
    object["common_name"] = commonName.map { .string($0) }
    object["names"] = .strings(names)
    object["serial"] = .string(serial)
    object["key_type"] = .string(key.type)
    object["key_bits"] = key.bits.map { .int($0) }
    object["curve"] = key.curve.map { .string($0) }
    object["signature_algorithm"] = .string(signatureName ?? signatureID)
    object["is_known_algorithm"] = .bool(key.isKnown && signatureName != nil)
    object["not_before"] = .string(notBefore.formatted())
    object["not_after"] = .string(notAfter.formatted())
    object["is_self_signed"] = .bool(isSelfSigned)
    object["is_ca"] = .bool(isAuthority)
    object["sha256"] = .string(fingerprint)
    return .object(object)
  }

  /// An example.
  static let example: EvidenceValue = [
    "subject": "CN=shop.example", "issuer": "CN=Example CA", "common_name": "shop.example",
    "names": ["shop.example", "www.shop.example"], "serial": "4a7c", "key_type": "RSA",
    "key_bits": 2_048, "signature_algorithm": "sha256WithRSAEncryption", "is_known_algorithm": true,
    "not_before": "2026-09-01T00:00:00+08:00", "not_after": "2026-12-01T00:00:00+08:00",
    "is_self_signed": false, "is_ca": false,
    "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  ]
}
