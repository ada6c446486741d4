// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel
import Subprocess

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The OpenSSH client of this machine and the options that it is always run with.
struct SSHClient {
  /// The path of the program.
  let program: String
  /// What is connected to.
  let target: SSHTarget
  /// The socket over which one connection serves several sessions.
  let socket: String

  /// The longest time that connecting may take before any request.
  var patience: Duration {
    .seconds((target.connectTimeout ?? SSHTarget.defaultConnectTimeout) + 20)
  }

  /// - Throws: when this machine has no client.
  init(_ target: SSHTarget, socket: String) throws(SSHFailure) {
    let folders = ["/usr/bin", "/bin", "/usr/local/bin"]
    let programs = folders.map { "\($0)/ssh" }
    guard let program = programs.first(where: { access($0, X_OK) == 0 }) else {
      throw SSHFailure(SSHMessages.noClient)
    }
    self.program = program
    self.target = target
    self.socket = socket
  }

  /// The environment of the client: the user's, with messages that are not translated and with no
  /// program that asks for a password.
  var environment: Environment {
    .inherit.updating(["LC_ALL": "C", "SSH_ASKPASS_REQUIRE": "never"])
  }

  /// The arguments of the first client, which opens the connection and speaks SFTP.
  var sessionArguments: [String] {
    let words = target.usesSudo == true ? [] : ["-s"]
    let remote = target.usesSudo == true ? SSHScript.privilegedServer : "sftp"
    return options(isFirst: true) + words + ["--", target.host, remote]
  }

  /// The arguments of a client that runs a script over the connection of the first.
  var scriptArguments: [String] {
    options(isFirst: false) + ["--", target.host, SSHScript.shell]
  }

  private func options(isFirst: Bool) -> [String] {
    var settings = [
      // Nobody is there to be asked, and no key is taken on trust.
      "BatchMode=yes", "StrictHostKeyChecking=yes", "UpdateHostKeys=no",
      "PreferredAuthentications=publickey", "PasswordAuthentication=no",
      "KbdInteractiveAuthentication=no",
      // The host gets nothing of this machine, and nothing else runs.
      "ClearAllForwardings=yes", "ForwardAgent=no", "ForwardX11=no", "PermitLocalCommand=no",
      "RemoteCommand=none", "RequestTTY=no", "EscapeChar=none", "LogLevel=ERROR",
      // A dead host is noticed.
      "ConnectTimeout=\(target.connectTimeout ?? SSHTarget.defaultConnectTimeout)",
      "ConnectionAttempts=1", "ServerAliveInterval=5", "ServerAliveCountMax=3",
      "ControlMaster=\(isFirst ? "yes" : "no")", "ControlPath=\(socket)", "ControlPersist=no",
    ]
    if let file = target.knownHosts {
      settings += ["UserKnownHostsFile=\(Self.escaped(file))", "GlobalKnownHostsFile=/dev/null"]
    }
    if target.identity != nil { settings.append("IdentitiesOnly=yes") }
    var words = target.configuration.map { ["-F", $0] } ?? []
    if let identity = target.identity { words += ["-i", identity] }
    if let user = target.user { words += ["-l", user] }
    if let port = target.port { words += ["-p", String(port)] }
    return words + settings.flatMap { ["-o", $0] } + ["-T"]
  }

  /// Returns a path so that the client takes it for one file and expands nothing in it.
  private static func escaped(_ path: String) -> String {
    let text = path.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%%")
    return "\"\(text)\""
  }
}

/// A folder for the socket of one connection, for nobody else's eyes, gone with the value.
///
/// It stands in `/tmp` because the path of a socket may have little more than a hundred bytes.
struct SSHSocketFolder: ~Copyable {
  private let path: String

  /// - Throws: when the folder cannot be made.
  init() throws(SSHFailure) {
    var template = Array("/tmp/plumbline-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw SSHFailure(SSHMessages.noFolder) }
    path = String(cString: made)
  }

  /// The path of the socket.
  var socket: String { path + "/s" }

  deinit {
    unlink(socket)
    rmdir(path)
  }
}
