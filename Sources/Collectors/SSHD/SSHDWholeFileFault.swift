// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Why sshd refuses lines that would each be right alone.
struct SSHDWholeFileFault {
  /// The line at fault.
  let entry: SSHDConfiguration.Entry
  /// Why.
  let reason: LocalizedText

  /// Returns all such faults of a configuration.
  static func all(in configuration: SSHDConfiguration) -> [SSHDWholeFileFault] {
    repeatedSubsystems(configuration) + commandsWithoutUser(configuration)
      + unusableMethods(configuration) + addressesOfAnotherFamily(configuration)
  }

  private static func repeatedSubsystems(_ configuration: SSHDConfiguration) -> [Self] {
    var names: Set<String> = []
    return configuration.global("subsystem").filter { entry in
      !names.insert(entry.arguments.first ?? "").inserted
    }.map { SSHDWholeFileFault(entry: $0, reason: CollectorMessages.repeatedSubsystem) }
  }

  private static func commandsWithoutUser(_ configuration: SSHDConfiguration) -> [Self] {
    ["AuthorizedKeysCommand", "AuthorizedPrincipalsCommand"].compactMap { keyword in
      let name = keyword.lowercased()
      guard let entry = configuration.global(name).first,
        entry.arguments.first?.lowercased() != "none",
        configuration.global("\(name)user").isEmpty
      else { return nil }
      return Self(entry: entry, reason: CollectorMessages.needs(keyword, "\(keyword)User"))
    }
  }

  /// Methods that are all switched off, and `any` after a line with methods.
  private static func unusableMethods(_ configuration: SSHDConfiguration) -> [Self] {
    let entries = configuration.global("authenticationmethods")
    guard let first = entries.first else { return [] }
    let keyword = "AuthenticationMethods"
    if let late = entries.dropFirst().first(where: { $0.arguments.contains("any") }) {
      let reason = CollectorMessages.badArgument(keyword, .notAlone("any"))
      return [Self(entry: late, reason: reason)]
    }
    let isUsable = first.arguments.contains { list in
      list == "any"
        || list.split(separator: ",").allSatisfy {
          isEnabled(String($0.prefix { $0 != ":" }), configuration)
        }
    }
    return isUsable ? [] : [Self(entry: first, reason: CollectorMessages.methodsSwitchedOff)]
  }

  private static func isEnabled(_ method: String, _ configuration: SSHDConfiguration) -> Bool {
    let switches: [String: (keyword: String, isOn: Bool)] = [
      "publickey": ("pubkeyauthentication", true),
      "password": ("passwordauthentication", true),
      "keyboard-interactive": ("kbdinteractiveauthentication", true),
      "hostbased": ("hostbasedauthentication", false),
      "gssapi-with-mic": ("gssapiauthentication", false),
      "gssapi-keyex": ("gssapikeyexchange", false),
    ]
    guard let method = switches[method] else { return true }
    guard let entry = configuration.global(method.keyword).first else { return method.isOn }
    return entry.arguments.first?.lowercased() == "yes"
  }

  private static func addressesOfAnotherFamily(_ configuration: SSHDConfiguration) -> [Self] {
    let family = configuration.global("addressfamily").first?.arguments.first?.lowercased()
    guard let length = ["inet": 4, "inet6": 16][family ?? "any"] else { return [] }
    return configuration.global("listenaddress").filter { entry in
      let text = entry.arguments.first ?? ""
      let host =
        SSHDAddress.bytes(text)
        ?? SSHDAddress.hostAndPort(text)
        .flatMap { SSHDAddress.bytes($0.host) }
      return host.map { $0.count != length } ?? false
    }.map {
      let reason = CollectorMessages.badArgument("ListenAddress", .bad($0.arguments[0]))
      return Self(entry: $0, reason: reason)
    }
  }
}
