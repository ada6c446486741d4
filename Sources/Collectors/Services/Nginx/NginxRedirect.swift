// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Tells servers that send every request on to https.
enum NginxRedirect {
  /// Whether all requests but those of ACME challenges are sent to https.
  ///
  /// Either the server itself redirects, or each of its conditions does and the rest is an error,
  /// or its location `/` and every other location do.
  static func sendsAllToHTTPS(_ server: [NginxDirective]) -> Bool {
    if redirects(server) { return true }
    let conditions = server.filter { $0.name == "if" }
    if !conditions.isEmpty, conditions.allSatisfy({ redirects($0.block ?? []) }) {
      let isRefusal = server.named("return").contains { Int($0.value).map { $0 >= 400 } ?? false }
      let isScheme = conditions.contains(where: isConditionOfPlainText)
      if isRefusal || isScheme { return true }
    }
    let locations = server.named("location")
    let hasRoot = locations.contains { $0.arguments == ["/"] }
    return hasRoot
      && locations.allSatisfy { location in
        redirects(location.block ?? [])
          || location.arguments.contains { $0.hasPrefix("/.well-known/") }
      }
  }

  private static func isConditionOfPlainText(_ directive: NginxDirective) -> Bool {
    let condition = directive.arguments.joined(separator: " ").filter { !"() \"'".contains($0) }
    return ["$scheme=http", "$scheme!=https", "$https!=on", "$https="].contains(condition)
  }

  private static func redirects(_ block: [NginxDirective]) -> Bool {
    block.contains { directive in
      guard let target = directive.arguments.last, target.hasPrefix("https://") else {
        return directive.name == "rewrite" && directive.arguments.count > 1
          && ["^", "^(.*)$", "^(.*)", "^/(.*)$", "^.*$", "(.*)", ".*"].contains(directive.value)
          && directive.arguments[1].hasPrefix("https://")
      }
      switch directive.name {
      case "return":
        return directive.arguments.count == 1
          || [301, 302, 303, 307, 308].contains(Int(directive.value) ?? 0)
      case "rewrite":
        return ["^", "^(.*)$", "^(.*)", "^/(.*)$", "^.*$", "(.*)", ".*"].contains(directive.value)
      default: return false
      }
    }
  }
}
