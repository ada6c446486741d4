// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import EvidenceModel
package import YAMLTree

extension Asset.Access: YAMLDecodable {
  package init?(from node: YAMLNode, _ context: DecodingContext) {
    if node.kind == .scalar, node.text == "local" {
      self = .local
      return
    }
    guard node.kind == .mapping, node.pairs.count == 1, let pair = node.pairs.first else {
      context.reportWrongType(node, expected: ScopeMessages.accessForms)
      return nil
    }
    switch pair.key.text {
    case "root":
      guard let path = String(from: pair.value, context) else { return nil }
      self = .root(path)
    case "bundle":
      guard let path = String(from: pair.value, context) else { return nil }
      self = .bundle(path)
    case "ssh":
      let target = context.decode(
        SSHTarget.self, from: pair.value, named: LocalizedText(verbatim: "'ssh'"))
      guard let target else { return nil }
      self = .ssh(target)
    default:
      context.reportWrongType(
        node, expected: ScopeMessages.accessForms,
        fixIts: context.suggestion(for: pair.key, among: ["root", "bundle", "ssh"]))
      return nil
    }
  }
}

extension SSHTarget: YAMLDecodable {
  /// Reads the name of a host, or a mapping with it.
  package init?(from node: YAMLNode, _ context: DecodingContext) {
    if node.kind == .scalar {
      guard let host = SSHHostName(from: node, context) else { return nil }
      self.init(host: host.text)
      return
    }
    guard var map = context.mapping(node, of: ScopeMessages.sshAccess) else { return nil }
    let host = map.required("host", SSHHostName.self)
    var target = SSHTarget(host: host?.text ?? "")
    target.readSettings(&map)
    map.finish()
    guard host != nil else { return nil }
    self = target
  }

  /// Reads what several assets may have in common.
  fileprivate mutating func readSettings(_ map: inout MappingReader) {
    port = map.optional("port", Int.self, in: 1...65_535)
    user = map.optional("user", SSHUserName.self)?.text
    identity = map.optional("identity", SSHFilePath.self)?.text
    knownHosts = map.optional("known_hosts", SSHFilePath.self)?.text
    configuration = map.optional("config", SSHFilePath.self)?.text
    usesSudo = map.optional("sudo", Bool.self)
    connectTimeout = map.optional("connect_timeout", Int.self, in: 1...300)
  }
}

/// The key `ssh` of an assessment: what holds for every asset that says nothing else.
struct SSHDefaults: YAMLDecodable {
  let target: SSHTarget

  init?(from node: YAMLNode, _ context: DecodingContext) {
    guard var map = context.mapping(node, of: ScopeMessages.sshAccess) else { return nil }
    var target = SSHTarget(host: "")
    target.readSettings(&map)
    map.finish()
    self.target = target
  }
}

extension Asset {
  /// Returns the asset with what its SSH access leaves open taken from defaults.
  func completed(by defaults: SSHTarget?) -> Asset {
    guard let defaults, case .ssh(let target) = access else { return self }
    return with(access: .ssh(target.completed(by: defaults)))
  }
}

/// A host name, an address or an alias: never an option, and no word that expands.
private struct SSHHostName: YAMLTextDecodable {
  let text: String

  static var expectation: LocalizedText {
    LocalizedText(
      zh: "主机名、地址或别名，由字母、数字、'.'、'-'、'_' 和 ':' 组成",
      en: "a host name, address or alias of letters, digits, '.', '-', '_' and ':'")
  }

  init?(yamlText text: String) {
    guard text.utf8.count <= 255, text.isSSHWord(with: ".-_:") else { return nil }
    self.text = text
  }
}

/// The name of a user: never an option, and no word that expands.
private struct SSHUserName: YAMLTextDecodable {
  let text: String

  static var expectation: LocalizedText {
    LocalizedText(
      zh: "用户名，由字母、数字、'.'、'-'、'_'、'@'、'+' 和 '\\' 组成",
      en: "a user name of letters, digits, '.', '-', '_', '@', '+' and '\\'")
  }

  init?(yamlText text: String) {
    guard text.utf8.count <= 255, text.isSSHWord(with: ".-_@+\\") else { return nil }
    self.text = text
  }
}

/// The path of a file on this machine.
private struct SSHFilePath: YAMLTextDecodable {
  let text: String

  static var expectation: LocalizedText {
    LocalizedText(
      zh: "文件路径，不含控制字符、双引号和 '${'", en: "a file path without control characters, quotes and '${'")
  }

  init?(yamlText text: String) {
    guard !text.isEmpty, !text.contains("${"), text.utf8.first != UInt8(ascii: "-"),
      text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\"") })
    else { return nil }
    self.text = text
  }
}

extension String {
  /// Whether a word has only ASCII letters, digits and some marks, and does not start as an option.
  fileprivate func isSSHWord(with marks: String) -> Bool {
    !isEmpty && utf8.first != UInt8(ascii: "-")
      && utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "a")...UInt8(ascii: "z"):
          true
        default: marks.utf8.contains(byte)
        }
      }
  }
}
