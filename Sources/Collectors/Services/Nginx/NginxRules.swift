// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import EvidenceModel

/// What nginx refuses, for the directives that the collector looks at and the blocks around them.
///
/// nginx knows about 800 directives, and modules add more, so a name that is not in the table is
/// left alone. Source: https://nginx.org/en/docs/dirindex.html
enum NginxRules {
  /// How a value is checked.
  enum Kind {
    /// Anything.
    case any
    /// `on` or `off`.
    case flag
    /// `on`, `off` or `build`.
    case tokens
    /// A number of bytes with `k`, `m` or `g`.
    case size
    /// Versions of TLS.
    case protocols
    /// A list that is given again adds to the one before.
    case list
    /// A block.
    case block
    /// A block of entries that are no directives.
    case table
  }

  /// One directive.
  struct Rule {
    /// The blocks in which it may stand; `main` is the place outside of all blocks.
    var contexts: Set<String>
    /// How many arguments it takes.
    var count: ClosedRange<Int>
    /// How its value is checked.
    var kind: Kind

    init(_ contexts: String, _ count: ClosedRange<Int>, _ kind: Kind) {
      self.contexts = Set(contexts.split(separator: " ").map(String.init))
      self.count = count
      self.kind = kind
    }
  }

  private static let all = "http server location"
  private static let everywhere = "http server location if"
  private static let many = 1...Int.max

  private static let rules: [String: Rule] = [
    "events": Rule("main", 0...0, .block), "http": Rule("main", 0...0, .block),
    "stream": Rule("main", 0...0, .block), "mail": Rule("main", 0...0, .block),
    "server": Rule("http stream mail upstream", 0...Int.max, .list),
    "location": Rule("server location", 1...2, .block),
    "if": Rule("server location", many, .block),
    "limit_except": Rule("location", many, .block),
    "upstream": Rule("http stream", 1...1, .block),
    "types": Rule(all, 0...0, .table), "map": Rule("http stream", 2...2, .table),
    "geo": Rule("http stream", 1...2, .table), "split_clients": Rule("http stream", 2...2, .table),
    "charset_map": Rule("http", 2...2, .table),
    "user": Rule("main", 1...2, .any), "pid": Rule("main", 1...1, .any),
    "worker_processes": Rule("main", 1...1, .any), "load_module": Rule("main", 1...1, .list),
    "worker_connections": Rule("events", 1...1, .any),
    "listen": Rule("server", many, .list), "server_name": Rule("server", many, .list),
    "server_tokens": Rule(all, 1...1, .tokens),
    "add_header": Rule(everywhere, 2...3, .list),
    "access_log": Rule("http server location if limit_except", many, .list),
    "error_log": Rule("main http stream mail server location", 1...2, .list),
    "client_max_body_size": Rule(all, 1...1, .size), "autoindex": Rule(all, 1...1, .flag),
    "proxy_pass": Rule("location if limit_except server", 1...1, .list),
    "proxy_ssl_verify": Rule(all, 1...1, .flag), "limit_req": Rule(all, 1...3, .list),
    "limit_conn": Rule(all, 2...2, .list),
    "allow": Rule("http server location limit_except", 1...1, .list),
    "deny": Rule("http server location limit_except", 1...1, .list),
    "auth_basic": Rule("http server location limit_except", 1...1, .any),
    "return": Rule("server location if", 1...2, .list),
    "rewrite": Rule("server location if", 2...3, .list),
    "root": Rule(everywhere, 1...1, .any), "alias": Rule("location", 1...1, .any),
    "ssl_protocols": Rule("http stream mail server", many, .protocols),
    "ssl_ciphers": Rule("http stream mail server", 1...1, .any),
    "ssl_prefer_server_ciphers": Rule("http stream mail server", 1...1, .flag),
    "ssl_certificate": Rule("http stream mail server", 1...1, .list),
    "ssl_certificate_key": Rule("http stream mail server", 1...1, .list),
    "ssl_session_tickets": Rule("http stream mail server", 1...1, .flag),
    "ssl_stapling": Rule("http server", 1...1, .flag),
    "ssl_verify_client": Rule("http stream mail server", 1...1, .any),
  ]

  /// Checks a configuration from its outermost directives down.
  ///
  /// - Throws: the first mistake, with its place.
  static func check(_ directives: [NginxDirective], _ reader: HostReader)
    throws(CollectionFailure)
  {
    try check(directives, in: "main", reader)
    guard directives.contains(where: { $0.name == "events" }) else {
      let path = reader.trail.sources.first?.name ?? ""
      throw reader.failure(
        .failed, ServiceMessages.refused(path, ServiceMessages.missing("events")))
    }
  }

  private static func check(
    _ directives: [NginxDirective], in context: String, _ reader: HostReader
  ) throws(CollectionFailure) {
    var seen: Set<String> = []
    for directive in directives {
      if let reason = mistake(in: directive, context, &seen) {
        let path = reader.trail.sources[directive.source].name
        throw reader.failure(
          .failed, ServiceMessages.refused("\(path):\(directive.line)", reason))
      }
      guard let block = directive.block, rules[directive.name]?.kind != .table else { continue }
      // What stands in a block of a module is known to that module alone.
      if rules[directive.name] != nil { try check(block, in: directive.name, reader) }
    }
  }

  private static func mistake(
    in directive: NginxDirective, _ context: String, _ seen: inout Set<String>
  ) -> LocalizedText? {
    let name = directive.name
    guard let rule = rules[name] else { return nil }
    guard rule.contexts.contains(context) else { return ServiceMessages.misplaced(name) }
    let isBlock = directive.block != nil
    switch rule.kind {
    case .block, .table: if !isBlock { return ServiceMessages.unended("{") }
    case .list where name == "server" && context != "upstream":
      if !isBlock { return ServiceMessages.unended("{") }
      if !directive.arguments.isEmpty { return ServiceMessages.argumentCount(name) }
    default: if isBlock { return ServiceMessages.unexpected("{") }
    }
    guard rule.count.contains(directive.arguments.count) else {
      return ServiceMessages.argumentCount(name)
    }
    guard isValid(directive, rule.kind) else { return ServiceMessages.badValue(name) }
    let isUnique: Bool =
      switch rule.kind {
      case .list, .protocols, .table: false
      case .block: ["events", "http", "stream", "mail"].contains(name)
      default: true
      }
    if isUnique, !seen.insert(name).inserted { return ServiceMessages.duplicate(name) }
    return nil
  }

  private static func isValid(_ directive: NginxDirective, _ kind: Kind) -> Bool {
    let value = directive.value
    switch kind {
    case .flag: return ["on", "off"].contains(value.lowercased())
    case .tokens: return value.contains("$") || ["on", "off", "build"].contains(value.lowercased())
    case .size: return NginxValue.size(value) != nil
    case .protocols:
      return directive.arguments.allSatisfy { NginxValue.protocolName($0) != nil }
    default: break
    }
    switch directive.name {
    case "listen": return NginxListen(directive.arguments) != nil
    case "return": return isValidReturn(directive.arguments)
    case "add_header": return directive.arguments.count < 3 || directive.arguments[2] == "always"
    default: return true
    }
  }

  private static func isValidReturn(_ arguments: [String]) -> Bool {
    if let code = Int(arguments[0]) { return 0...999 ~= code }
    let schemes = ["http://", "https://", "$scheme"]
    return arguments.count == 1 && schemes.contains { arguments[0].hasPrefix($0) }
  }
}
