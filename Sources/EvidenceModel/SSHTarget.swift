// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// How a host is reached with the OpenSSH client.
///
/// What is `nil` is left to the client and its configuration files.
package struct SSHTarget: Sendable, Hashable {
  /// The longest time in seconds that connecting may take when nothing else is said.
  package static let defaultConnectTimeout = 10

  /// The name or address of the host, or its alias in the client's configuration.
  package var host: String
  /// The port, 1 to 65535.
  package var port: Int?
  /// The user to log in as.
  package var user: String?
  /// The file of the private key; without one, the client's own keys and its agent.
  package var identity: String?
  /// The file of the host keys that are trusted, instead of the user's.
  package var knownHosts: String?
  /// The client's configuration file, instead of the user's.
  package var configuration: String?
  /// Whether files are read and commands are run as the superuser with `sudo -n`.
  package var usesSudo: Bool?
  /// The longest time in seconds that connecting may take.
  package var connectTimeout: Int?

  package init(
    host: String, port: Int? = nil, user: String? = nil, identity: String? = nil,
    knownHosts: String? = nil, configuration: String? = nil, usesSudo: Bool? = nil,
    connectTimeout: Int? = nil
  ) {
    self.host = host
    self.port = port
    self.user = user
    self.identity = identity
    self.knownHosts = knownHosts
    self.configuration = configuration
    self.usesSudo = usesSudo
    self.connectTimeout = connectTimeout
  }

  /// Returns the target with what it leaves open taken from another one.
  package func completed(by defaults: SSHTarget) -> SSHTarget {
    SSHTarget(
      host: host, port: port ?? defaults.port, user: user ?? defaults.user,
      identity: identity ?? defaults.identity, knownHosts: knownHosts ?? defaults.knownHosts,
      configuration: configuration ?? defaults.configuration,
      usesSudo: usesSudo ?? defaults.usesSudo,
      connectTimeout: connectTimeout ?? defaults.connectTimeout)
  }

  /// Returns the target with the paths of its files changed.
  package func mappingPaths(_ change: (String) -> String) -> SSHTarget {
    var target = self
    target.identity = identity.map(change)
    target.knownHosts = knownHosts.map(change)
    target.configuration = configuration.map(change)
    return target
  }

  /// The target as people write it, such as `audit@web-1:2222`.
  package var text: String {
    let name = host.contains(":") ? "[\(host)]" : host
    return (user.map { "\($0)@" } ?? "") + name + (port.map { ":\($0)" } ?? "")
  }
}
