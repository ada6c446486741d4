// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
package import EvidenceModel

/// The certificates in files: names, keys, validity, chain, and who may read the private keys.
package struct CertificateCollector: Collector {
  /// The largest file in bytes that is read.
  private static let sizeLimit = 4 << 20

  package init() {}

  package let description = CollectorDescription(
    id: "certificate",
    summary: LocalizedText(
      zh: "证书文件：名称、密钥、有效期、证书链，以及私钥文件的权限",
      en: "Certificates in files: names, keys, validity, chain, and who may read the private keys"),
    arguments: [
      ArgumentDescription(
        "path", .textOrList, isRequired: true, zh: "证书文件（PEM 或 DER）的路径或通配模式",
        en: "Paths or patterns of files in PEM or DER"),
      ArgumentDescription(
        "key", .textOrList,
        zh: "私钥文件的路径；缺省查找证书旁的 同名.key、同名-key.pem、privkey.pem、key.pem 与 ../private/同名.key",
        en: "Paths of private keys; by default NAME.key, NAME-key.pem, privkey.pem and key.pem "
          + "beside the certificate, and ../private/NAME.key"),
    ],
    output: RecordType(
      name: "certificate",
      fields: [
        .required(
          "files", .list(.record(fileType)), zh: "含有证书的文件", en: "The files that hold certificates")
      ]),
    privileges: LocalizedText(
      zh: "对证书文件的读权限；私钥只查看属性，从不读取内容",
      en: "Read permission on the certificates; of private keys only the attributes are looked at"),
    reads: LocalizedText(
      zh: "所给文件、旁边私钥文件的属性、系统根证书库 ca-certificates.crt 或 ca-bundle.crt",
      en:
        "The files, the attributes of key files beside them, and the system's root certificates in "
        + "ca-certificates.crt or ca-bundle.crt"),
    exampleArguments: ["path": "/etc/nginx/tls/*.crt"],
    example: [
      "files": [
        [
          "path": "/etc/nginx/tls/shop.crt", "format": "pem",
          "certificates": [CertificateFacts.example], "is_ordered": true, "is_complete": false,
          "private_keys": [
            [
              "path": "/etc/nginx/tls/shop.key", "mode": "0640", "permissions": 0o640, "uid": 0,
              "gid": 33, "is_group_readable": true, "is_world_readable": false,
            ]
          ],
        ]
      ]
    ])

  private static let fileType = RecordType(
    name: "certificate_file",
    fields: [
      .required("path", .string, zh: "路径", en: "The path"),
      .required("format", .string, zh: "pem 或 der", en: "pem or der"),
      .required(
        "certificates", .list(.record(CertificateFacts.recordType)),
        zh: "证书，按文件中的顺序", en: "The certificates in the order of the file"),
      .required(
        "is_ordered", .bool, zh: "每张证书是否由其后一张签发",
        en: "Whether each certificate was issued by the next"),
      .required(
        "is_complete", .bool, zh: "第一张证书能否追溯到文件中或系统根证书库中的根证书",
        en: "Whether the first leads to a root in the file or in the system's store"),
      .required(
        "private_keys", .list(.record(keyType)), zh: "旁边的或同一文件中的私钥",
        en: "The private keys beside it or in the same file"),
    ], identifyingField: "path")

  private static let keyType = RecordType(
    name: "private_key_file",
    fields: [
      .required("path", .string, zh: "路径", en: "The path"),
      .required("mode", .string, zh: "四位八进制权限", en: "Permissions as four octal digits"),
      .required("permissions", .int, zh: "权限位，0 至 4095", en: "The permission bits, 0 to 4095"),
      .required("uid", .int, zh: "属主编号", en: "The number of the owner"),
      .required("gid", .int, zh: "属组编号", en: "The number of the group"),
      .required("is_group_readable", .bool, zh: "属组可读", en: "Whether its group may read it"),
      .required("is_world_readable", .bool, zh: "其他用户可读", en: "Whether all users may read it"),
    ], identifyingField: "path")

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    var reader = HostReader(host)
    let store = await TrustStore(&reader)
    var files: [EvidenceValue] = []
    for path in try await paths(arguments.texts("path"), on: host) {
      guard let file = try await reader.fileIfPresent(path, limit: Self.sizeLimit) else { continue }
      let parsed: CertificateFile
      do {
        parsed = try CertificateFile(file)
      } catch {
        throw reader.failure(.failed, CollectorMessages.notACertificate(error.path, error.line))
      }
      guard !parsed.certificates.isEmpty else { continue }
      let keys = try await keys(of: path, parsed, arguments.texts("key"), reader)
      let source = reader.trail.add(file)
      let base = ["files", String(files.count)]
      for (index, certificate) in parsed.certificates.enumerated() {
        reader.trail.origin(
          base + ["certificates", String(index)], source: source, line: certificate.line)
      }
      let chain = CertificateChain(certificates: parsed.certificates.map(\.facts))
      files.append([
        "path": .string(path), "format": parsed.isPEM ? "pem" : "der",
        "certificates": .list(chain.certificates.map(\.evidence)),
        "is_ordered": .bool(chain.isOrdered),
        "is_complete": .bool(chain.end.map { $0.isRoot || store.issued($0.certificate) } ?? false),
        "private_keys": .list(keys),
      ])
    }
    guard !files.isEmpty else {
      throw reader.failure(
        .absent, CollectorMessages.noCertificates(arguments.texts("path").joined(separator: ", ")))
    }
    return CollectedEvidence(["files": .list(files)], reader.trail)
  }

  private func paths(_ patterns: [String], on host: any Host) async throws(CollectionFailure)
    -> [String]
  {
    var paths: [String] = []
    for pattern in patterns {
      do {
        for path in try await GlobPattern.expand(pattern, on: host) where !paths.contains(path) {
          paths.append(path)
        }
      } catch {
        throw CollectionFailure(error)
      }
    }
    return paths
  }

  /// Returns the private keys of a certificate's file by their attributes.
  private func keys(
    of path: String, _ file: CertificateFile, _ named: [String], _ reader: HostReader
  ) async throws(CollectionFailure) -> [EvidenceValue] {
    let candidates = named.isEmpty ? Self.usualKeys(of: path) : named
    var keys: [EvidenceValue] = []
    for candidate in (file.holdsPrivateKey ? [path] : []) + candidates {
      guard let status = try await reader.status(candidate, followLinks: true),
        status.kind == .file
      else { continue }
      let digits = String(status.permissions, radix: 8)
      keys.append([
        "path": .string(candidate),
        "mode": .string(String(repeating: "0", count: max(0, 4 - digits.count)) + digits),
        "permissions": .int(Int64(status.permissions)), "uid": .int(status.userID),
        "gid": .int(status.groupID), "is_group_readable": .bool(status.permissions & 0o040 != 0),
        "is_world_readable": .bool(status.permissions & 0o004 != 0),
      ])
    }
    return keys
  }

  /// Returns where the private key of a certificate usually lies.
  static func usualKeys(of path: String) -> [String] {
    let names = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let folder = names.dropLast().joined(separator: "/")
    let file = names.last ?? ""
    let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    let parent = names.dropLast(2).joined(separator: "/")
    return [
      "\(folder)/\(stem).key", "\(folder)/\(stem)-key.pem", "\(folder)/privkey.pem",
      "\(folder)/key.pem", "\(parent)/private/\(stem).key",
    ].filter { $0 != path }
  }
}
