// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Why OpenSSH refuses the arguments of a keyword.
enum SSHDFault: Equatable {
  /// There is no argument, or an empty one.
  case missing
  /// An argument is none of the words that may stand there.
  case notOneOf(String, words: [String])
  /// An argument is not what the keyword takes.
  case bad(String)
  /// An argument stands after the last one that the keyword takes.
  case extra(String)
  /// An argument must stand alone and does not.
  case notAlone(String)
}

/// What the arguments of a keyword may be.
struct SSHDRule: Sendable {
  /// Returns what is wrong with the arguments of a line.
  let fault: @Sendable (_ line: SSHDLine, _ arguments: [String]) -> SSHDFault?

  init(fault: @escaping @Sendable (_ line: SSHDLine, _ arguments: [String]) -> SSHDFault?) {
    self.fault = fault
  }

  /// One argument.
  static func one(_ isValid: @escaping @Sendable (String) -> Bool) -> SSHDRule {
    SSHDRule { _, arguments in
      guard let first = arguments.first, !first.isEmpty else { return .missing }
      guard isValid(first) else { return .bad(first) }
      return arguments.count > 1 ? .extra(arguments[1]) : nil
    }
  }

  /// Any number of arguments.
  static func each(_ isValid: @escaping @Sendable (String) -> Bool) -> SSHDRule {
    SSHDRule { _, arguments in arguments.first { !isValid($0) }.map { .bad($0) } }
  }

  /// One of a few words, in any case.
  static func words(_ words: String...) -> SSHDRule {
    SSHDRule { _, arguments in
      guard let first = arguments.first, !first.isEmpty else { return .missing }
      guard words.contains(first.lowercased()) else { return .notOneOf(first, words: words) }
      return arguments.count > 1 ? .extra(arguments[1]) : nil
    }
  }

  /// Any number of arguments, or `none` alone.
  static func eachOrNone(_ isValid: @escaping @Sendable (String) -> Bool) -> SSHDRule {
    SSHDRule { _, arguments in
      if let none = arguments.first(where: { $0.lowercased() == "none" }), arguments.count > 1 {
        return .notAlone(none)
      }
      return arguments.first { $0.lowercased() != "none" && !isValid($0) }.map { .bad($0) }
    }
  }

  /// Names of algorithms.
  static func algorithms(_ algorithms: SSHDAlgorithms) -> SSHDRule {
    .one { algorithms.accepts($0) }
  }

  /// Anything, since OpenSSH passes over the keyword.
  static let ignored = SSHDRule { _, _ in nil }
  static let flag = words("yes", "no")
  /// A name, a path or another text.
  static let text = one { _ in true }
  static let texts = each { !$0.isEmpty }
  static let paths = SSHDRule { _, arguments in
    arguments.isEmpty || arguments.contains("") ? .missing : nil
  }
  static let integer = one { SSHDNumbers.integer($0) != nil }
  static let integerOrNone = one { $0 == "none" || SSHDNumbers.integer($0) != nil }
  static let time = one { SSHDNumbers.seconds($0) != nil }
  static let timeOrNone = one { $0.lowercased() == "none" || SSHDNumbers.seconds($0) != nil }
  static let port = one { SSHDNumbers.port($0) != nil }
  static let forwarding = words("yes", "all", "no", "remote", "local")
  static let tunnel = one { ["no", "point-to-point", "ethernet", "yes"].contains($0) }
  static let userPatterns = each { text in
    let host = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    return !text.isEmpty && (host.count < 2 || SSHDAddress.isPatternList(String(host[1])))
  }
  static let environmentNames = each { !$0.isEmpty && !$0.contains("=") }
  static let environment = each { $0.contains("=") }
  static let keyOptions = each {
    ["none", "touch-required", "verify-required"].contains($0.lowercased())
  }
  static let channelTimeouts = eachOrNone { text in
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && SSHDNumbers.seconds(String(parts[1])) != nil
  }
  static let maxStartups = one { text in
    let numbers = SSHDNumbers.colonSeparated(text, count: 3)
    guard let begin = numbers.first, begin > 0 else { return false }
    if numbers.count == 1 { return true }
    return numbers.count == 3 && (1...100).contains(numbers[1]) && numbers[2] >= begin
  }
  static let netBlockSize = one { text in
    let numbers = SSHDNumbers.colonSeparated(text, count: 2)
    guard let version4 = numbers.first, (0...32).contains(version4) else { return false }
    return numbers.count == 1 || (0...128).contains(numbers[1])
  }
  static let octalMode = one { text in
    let digits = text.prefix { ("0"..."7").contains($0) }
    return (Int(digits, radix: 8) ?? 0o1000) <= 0o777
  }
  static let digest = one {
    ["md5", "sha1", "sha256", "sha384", "sha512"].contains($0.lowercased())
  }
  static let gssapiExchanges = one { text in
    text.split(separator: ",").allSatisfy { name in
      SSHDAlgorithms.gssapiExchanges.contains { name.hasPrefix($0) }
    }
  }
}

extension SSHDRule {
  /// A limit of bytes, then perhaps a limit of time.
  static let rekeyLimit = SSHDRule { _, arguments in
    guard let bytes = arguments.first, !bytes.isEmpty else { return .missing }
    guard bytes == "default" || SSHDNumbers.isRekeyLimit(bytes) else { return .bad(bytes) }
    guard arguments.count > 1 else { return nil }
    guard arguments[1] == "none" || SSHDNumbers.seconds(arguments[1]) != nil else {
      return .bad(arguments[1])
    }
    return arguments.count > 2 ? .extra(arguments[2]) : nil
  }

  /// One or two kinds of service, by name or number.
  static let serviceQuality = SSHDRule { _, arguments in
    guard let first = arguments.first, !first.isEmpty else { return .missing }
    let names =
      ["none", "ef", "le", "va", "lowdelay", "throughput", "reliability"]
      + (0...7).map { "cs\($0)" }
      + (1...4).flatMap { kind in (1...3).map { "af\(kind)\($0)" } }
    let isValid = { (text: String) in
      let isHexadecimal = text.lowercased().hasPrefix("0x")
      let isOctal = text.hasPrefix("0") && text.count > 1
      let number =
        isHexadecimal
        ? Int(text.dropFirst(2), radix: 16) : Int(text, radix: isOctal ? 8 : 10)
      return names.contains(text.lowercased()) || (0...255).contains(number ?? -1)
    }
    if let bad = arguments.prefix(2).first(where: { !isValid($0) }) { return .bad(bad) }
    return arguments.count > 2 ? .extra(arguments[2]) : nil
  }

  /// An address with perhaps a port, then perhaps a routing domain.
  static let listenAddress = SSHDRule { _, arguments in
    guard let address = arguments.first, !address.isEmpty else { return .missing }
    guard SSHDAddress.isListenable(address) else { return .bad(address) }
    guard arguments.count > 1 else { return nil }
    guard arguments[1] == "rdomain", arguments.count > 2 else { return .bad(arguments[1]) }
    return arguments.count > 3 ? .extra(arguments[3]) : nil
  }

  /// Hosts and ports, or `any` or `none` alone.
  static func forwardings(allowsPortAlone: Bool) -> SSHDRule {
    SSHDRule { _, arguments in
      guard let first = arguments.first, !first.isEmpty else { return .missing }
      if first == "any" || first == "none" {
        return arguments.count > 1 ? .extra(arguments[1]) : nil
      }
      return arguments.first {
        !SSHDAddress.isForwarding($0, allowsPortAlone: allowsPortAlone)
      }.map { .bad($0) }
    }
  }

  /// A name and a command with its arguments.
  static let subsystem = SSHDRule { _, arguments in
    let isWhole = arguments.count > 1 && !arguments[0].isEmpty && !arguments[1].isEmpty
    return isWhole ? nil : .missing
  }

  /// Lists of methods, or `any` alone.
  static let authenticationMethods = SSHDRule { _, arguments in
    if arguments.isEmpty { return .missing }
    if let any = arguments.firstIndex(of: "any"), any + 1 < arguments.count {
      return .notAlone("any")
    }
    let names = [
      "none", "publickey", "gssapi-keyex", "gssapi-with-mic", "password", "keyboard-interactive",
      "hostbased",
    ]
    return arguments.first { list in
      list != "any"
        && !list.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { method in
          names.contains(String(method.prefix { $0 != ":" }))
        }
    }.map { .bad($0) }
  }

  /// A command by its absolute path, or `none`.
  static let command = SSHDRule { line, _ in
    let rest = String(decoding: line.rest.drop(while: SSHDWords.isSpace), as: UTF8.self)
    return rest.hasPrefix("/") || rest.lowercased() == "none" ? nil : .bad(rest)
  }

  /// Anything up to the end of the line, in one line.
  static let versionAddendum = SSHDRule { line, _ in
    line.rest.contains(0x0D) ? .bad(String(decoding: line.rest, as: UTF8.self)) : nil
  }

  /// The first line of a block for some connections.
  static let match = SSHDRule { line, _ in
    var words = SSHDWords(line.rest[...])
    var count = 0
    while let word = words.next(), !word.isEmpty, !word.hasPrefix("#") {
      count += 1
      let criterion = word.lowercased()
      if criterion == "all" {
        let next = words.next() ?? ""
        return count > 1 || !(next.isEmpty || next.hasPrefix("#")) ? .notAlone(word) : nil
      }
      // OpenSSH 9.9 added this one, which takes no argument.
      if criterion == "invalid-user" { continue }
      guard criteria.contains(criterion) else { return .notOneOf(word, words: criteria) }
      guard let argument = words.next(), !argument.isEmpty, !argument.hasPrefix("#") else {
        return .missing
      }
      let isValid =
        switch criterion {
        case "address", "localaddress": SSHDAddress.isPatternList(argument)
        case "localport": argument == "0" || SSHDNumbers.port(argument) != nil
        default: true
        }
      guard isValid else { return .bad(argument) }
    }
    return count == 0 ? .missing : nil
  }

  private static let criteria = [
    "user", "group", "host", "localaddress", "localport", "rdomain", "address", "version",
  ]
}
