// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// Turns a configuration of nginx into evidence with the origin of each setting.
struct NginxEvidence {
  private let configuration: NginxConfiguration
  private let build: NginxBuild
  /// What was read, with the origins.
  private(set) var trail: EvidenceTrail
  /// The servers that answer for unknown names, by address and port.
  private var defaults: [String: Int] = [:]

  init(_ configuration: NginxConfiguration, _ build: NginxBuild, _ trail: EvidenceTrail) {
    self.configuration = configuration
    self.build = build
    self.trail = trail
  }

  /// Returns the whole value.
  mutating func value(of path: String) -> EvidenceValue {
    let main = configuration.directives
    var value = EvidenceObject()
    value["version"] = build.version.map { .string($0) }
    value["path"] = .string(path)
    let user = main.named("user").last
    note(["user"], user)
    value["user"] = .string(user?.value ?? "nobody")
    let modules = main.named("load_module")
    note(["modules"], modules.first)
    value["modules"] = .strings(modules.map(\.value))
    var servers: [(context: String, directive: NginxDirective, scope: NginxScope)] = []
    for block in main {
      guard ["http", "stream", "mail"].contains(block.name), let inner = block.block else {
        continue
      }
      let scope = NginxScope(blocks: [inner, main])
      servers += inner.named("server").map { (block.name, $0, scope) }
    }
    let addresses = servers.map { listens(of: $0.directive) }
    findDefaults(addresses)
    value["servers"] = .list(
      servers.enumerated().map { index, server in
        let scope = server.scope.inner(server.directive.block ?? [])
        let path = ["servers", String(index)]
        note(path, server.directive)
        return self.server(server.context, index, addresses[index], scope, path)
      })
    return .object(value)
  }

  private mutating func note(_ path: [String], _ directive: NginxDirective?) {
    guard let directive else { return }
    trail.origin(path, source: directive.source, line: directive.line)
  }

  private func listens(of server: NginxDirective) -> [NginxListen] {
    let block = server.block ?? []
    // `ssl on` made every address of a server TLS until nginx 1.25.1.
    let isTLS = block.named("ssl").last?.value.lowercased() == "on"
    let isHTTP2 = block.named("http2").last?.value.lowercased() == "on"
    let given = block.named("listen").compactMap { NginxListen($0.arguments) }
    return (given.isEmpty ? [.standard] : given).map { listen in
      var listen = listen
      listen.isTLS = listen.isTLS || isTLS
      listen.isHTTP2 = listen.isHTTP2 || (isHTTP2 && listen.isTLS)
      return listen
    }
  }

  /// The default of an address is the server that says so, or else the first one there.
  private mutating func findDefaults(_ listens: [[NginxListen]]) {
    for isMarked in [true, false] {
      for (index, list) in listens.enumerated() {
        for listen in list where !isMarked || listen.isDefault {
          let key = "\(listen.address) \(listen.port)"
          if defaults[key] == nil { defaults[key] = index }
        }
      }
    }
  }

  // MARK: - Servers

  private mutating func server(
    _ context: String, _ index: Int, _ listens: [NginxListen], _ scope: NginxScope,
    _ path: [String]
  ) -> EvidenceValue {
    let block = scope.blocks[0]
    let names = block.named("server_name")
    var value: EvidenceObject = [
      "context": .string(context), "names": .strings(names.flatMap(\.arguments)),
      "listen": .list(listens.map { self.listen($0, index) }),
      "tls": .bool(listens.contains { $0.isTLS }),
      "redirects_to_https": .bool(NginxRedirect.sendsAllToHTTPS(block)),
    ]
    note(path + ["names"], names.first)
    for (position, directive) in block.named("listen").enumerated() {
      note(path + ["listen", String(position)], directive)
    }
    addTLS(to: &value, scope, path)
    addCommon(to: &value, scope, path)
    var locations: [EvidenceValue] = []
    addLocations(of: scope, to: &locations, path + ["locations"])
    value["locations"] = .list(locations)
    return .object(value)
  }

  private func listen(_ listen: NginxListen, _ index: Int) -> EvidenceValue {
    [
      "address": .string(listen.address), "port": .int(Int64(listen.port)),
      "tls": .bool(listen.isTLS), "http2": .bool(listen.isHTTP2),
      "default": .bool(defaults["\(listen.address) \(listen.port)"] == index),
    ]
  }

  private mutating func addTLS(
    to value: inout EvidenceObject, _ scope: NginxScope, _ path: [String]
  ) {
    let protocols = scope.effective("ssl_protocols")
    note(path + ["ssl_protocols"], protocols.last)
    let names = protocols.flatMap(\.arguments).compactMap(NginxValue.protocolName)
    let known = ["SSLv2", "SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"]
    value["ssl_protocols"] = .strings(
      names.isEmpty
        ? NginxValue.protocols(ofVersion: build.version) : known.filter(names.contains))
    for (name, standard) in [("ssl_ciphers", "HIGH:!aNULL:!MD5"), ("ssl_verify_client", "off")] {
      value[name] = .string(text(name, standard, scope, path))
    }
    for (name, standard) in [
      ("ssl_prefer_server_ciphers", false), ("ssl_session_tickets", true), ("ssl_stapling", false),
    ] {
      value[name] = .bool(flag(name, standard, scope, path))
    }
    for name in ["ssl_certificate", "ssl_certificate_key"] {
      let files = scope.effective(name)
      note(path + [name], files.first)
      value[name] = .strings(files.map { certificate($0.value) })
    }
  }

  private func certificate(_ path: String) -> String {
    // A variable can hold the key itself, and an engine has names of its own for keys.
    if path.hasPrefix("data:") { return "data:" }
    return path.hasPrefix("engine:") || path.hasPrefix("$") ? path : configuration.absolute(path)
  }

  // MARK: - Locations

  private mutating func addLocations(
    of scope: NginxScope, to locations: inout [EvidenceValue], _ path: [String]
  ) {
    for directive in scope.blocks[0] {
      guard ["location", "if", "limit_except"].contains(directive.name),
        let block = directive.block
      else { continue }
      let inner = scope.inner(block)
      let place = path + [String(locations.count)]
      note(place, directive)
      locations.append(location(directive, inner, place))
      addLocations(of: inner, to: &locations, path)
    }
  }

  private mutating func location(
    _ directive: NginxDirective, _ scope: NginxScope, _ path: [String]
  ) -> EvidenceValue {
    let (modifier, pattern) = Self.name(of: directive)
    var value: EvidenceObject = ["path": .string(pattern), "modifier": .string(modifier)]
    let block = scope.blocks[0]
    for name in ["proxy_pass", "return"] {
      let own = block.named(name).last
      note(path + [name], own)
      value[name] = own.map { .string($0.arguments.joined(separator: " ")) }
    }
    value["proxy_ssl_verify"] = .bool(flag("proxy_ssl_verify", false, scope, path))
    addCommon(to: &value, scope, path)
    return .object(value)
  }

  private static func name(of directive: NginxDirective) -> (modifier: String, path: String) {
    let arguments = directive.arguments
    guard directive.name == "location" else {
      return (directive.name, arguments.joined(separator: " "))
    }
    if arguments.count > 1 { return (arguments[0], arguments[1]) }
    // The sign may stand at the path without a space.
    for modifier in ["^~", "~*", "~", "="] where directive.value.hasPrefix(modifier) {
      return (modifier, String(directive.value.dropFirst(modifier.count)))
    }
    return ("", directive.value)
  }

  // MARK: - What servers and locations share

  private mutating func addCommon(
    to value: inout EvidenceObject, _ scope: NginxScope, _ path: [String]
  ) {
    addHeaders(to: &value, scope, path)
    value["server_tokens"] = .string(text("server_tokens", "on", scope, path).lowercased())
    value["access_log"] = .list(logs("access_log", build.accessLog, "combined", scope, path))
    value["error_log"] = .list(logs("error_log", build.errorLog, "error", scope, path))
    let size = scope.value("client_max_body_size")
    note(path + ["client_max_body_size"], size)
    value["client_max_body_size"] = .int(size.flatMap { NginxValue.size($0.value) } ?? 1 << 20)
    value["autoindex"] = .bool(flag("autoindex", false, scope, path))
    for name in ["limit_req", "limit_conn"] {
      let limits = scope.effective(name)
      note(path + [name], limits.first)
      value[name] = .strings(limits.map { $0.arguments.joined(separator: " ") })
    }
    let access = scope.effective("allow", "deny")
    note(path + ["access"], access.first)
    value["access"] = .strings(access.map { "\($0.name) \($0.value)" })
    let realm = scope.value("auth_basic")
    note(path + ["auth_basic"], realm)
    value["auth_basic"] = .bool(realm.map { $0.value != "off" } ?? false)
  }

  private mutating func addHeaders(
    to value: inout EvidenceObject, _ scope: NginxScope, _ path: [String]
  ) {
    var headers = EvidenceObject()
    var always: [String] = []
    for directive in scope.headers where directive.arguments.count > 1 {
      let name = directive.value.lowercased()
      // nginx adds no header whose value is empty.
      if directive.arguments[1].isEmpty { continue }
      let earlier = headers[name]?.stringValue.map { "\($0), " } ?? ""
      headers[name] = .string(earlier + directive.arguments[1])
      note(path + ["headers", name], directive)
      if directive.arguments.last == "always", directive.arguments.count > 2 { always.append(name) }
    }
    let hsts = headers["strict-transport-security"]?.stringValue
    value["headers"] = .object(headers)
    value["headers_always"] = .strings(always)
    value["hsts_max_age"] = hsts.flatMap(HTTPHeader.maximumAge).map { .int($0) }
    if value["hsts_max_age"] != nil {
      let name = "strict-transport-security"
      note(path + ["hsts_max_age"], scope.headers.last { $0.value.lowercased() == name })
    }
  }

  private mutating func logs(
    _ name: String, _ standard: String, _ format: String, _ scope: NginxScope, _ path: [String]
  ) -> [EvidenceValue] {
    let directives = scope.effective(name)
    note(path + [name], directives.first)
    // Off takes away the other logs of its level as well.
    if name == "access_log", directives.contains(where: { $0.value == "off" }) { return [] }
    let given = directives.map { directive in
      let word = directive.arguments.dropFirst().first { !$0.contains("=") }
      return (directive.value, word ?? format)
    }
    return (given.isEmpty ? [(standard, format)] : given).map { file, format in
      ["path": .string(logPath(file)), "format": .string(format)]
    }
  }

  private func logPath(_ path: String) -> String {
    let isComplete =
      path.hasPrefix("/") || path.hasPrefix("syslog:") || path.hasPrefix("memory:")
      || path.hasPrefix("$") || path == "stderr"
    return isComplete ? path : "\(build.prefix)/\(path)"
  }

  private mutating func flag(
    _ name: String, _ standard: Bool, _ scope: NginxScope, _ path: [String]
  ) -> Bool {
    let directive = scope.value(name)
    note(path + [name], directive)
    return directive.map { $0.value.lowercased() == "on" } ?? standard
  }

  private mutating func text(
    _ name: String, _ standard: String, _ scope: NginxScope, _ path: [String]
  ) -> String {
    let directive = scope.value(name)
    note(path + [name], directive)
    return directive?.value ?? standard
  }
}
