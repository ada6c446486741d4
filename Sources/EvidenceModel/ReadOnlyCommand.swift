// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// One of the few commands that a host may be asked to run; none changes anything.
///
/// The set is closed: a collector cannot name a program of its own. Words that come from a catalog
/// stand behind `--` and are checked, so that none is taken for an option. A host runs the program
/// without a shell, in the folder `/`, with no input, with `LC_ALL=C` and the fixed search folders
/// as its only environment.
package struct ReadOnlyCommand: Sendable, Hashable {
  /// The folders in which programs are looked for, in order.
  package static let searchFolders = ["/usr/sbin", "/usr/bin", "/sbin", "/bin"]

  /// The name of the program.
  package let executable: String
  /// The arguments.
  package let arguments: [String]
  /// The time in milliseconds after which the program and its children are ended.
  package let timeLimit: Int
  /// The largest output in bytes that is read.
  package let outputLimit: Int

  /// Kept within the module, so that the set of commands stays closed.
  init(
    _ executable: String, _ arguments: [String], timeLimit: Int = 20_000,
    outputLimit: Int = 4 << 20
  ) {
    self.executable = executable
    self.arguments = arguments
    self.timeLimit = timeLimit
    self.outputLimit = outputLimit
  }

  /// The command line as people read it.
  package var line: String { ([executable] + arguments).joined(separator: " ") }

  /// Prints the names, versions and architectures of packages in the RPM database, one a line;
  /// `nil` when a name is not that of a package.
  package static func rpmQuery(names: [String]) -> ReadOnlyCommand? {
    guard names.allSatisfy(isName) else { return nil }
    let format = #"%{NAME}\t%|EPOCH?{%{EPOCH}:}|%{VERSION}-%{RELEASE}\t%{ARCH}\n"#
    return ReadOnlyCommand("rpm", ["-q", "--qf", format, "--"] + names)
  }

  /// Prints the state of systemd units as `Key=value` blocks; `nil` when a name is not that of a
  /// unit.
  package static func systemctlShow(units: [String]) -> ReadOnlyCommand? {
    guard units.allSatisfy(isName) else { return nil }
    let properties = "--property=Id,LoadState,ActiveState,UnitFileState"
    return ReadOnlyCommand("systemctl", ["show", "--no-pager", properties, "--"] + units)
  }

  /// Prints the settings of the OpenSSH server as it understands a configuration file; `nil` when
  /// the path is not absolute.
  package static func sshdSettings(path: String) -> ReadOnlyCommand? {
    guard path.utf8.first == UInt8(ascii: "/"), !path.utf8.contains(0) else { return nil }
    return ReadOnlyCommand("sshd", ["-T", "-f", path])
  }

  /// Prints the rules of the kernel's audit, one a line.
  package static let auditRules = ReadOnlyCommand("auditctl", ["-l"])

  /// Prints the state of chrony's clock as one line of fields with commas. The daemon is asked over
  /// loopback, for its socket would need a file of the asker's beside it.
  package static let chronyTracking = ReadOnlyCommand(
    "chronyc", ["-n", "-c", "-h", "127.0.0.1", "tracking"], timeLimit: 5_000)

  /// Prints the tables of nftables as JSON.
  package static let nftablesRuleset = ReadOnlyCommand(
    "nft", ["-j", "list", "ruleset"], outputLimit: 16 << 20)

  /// Prints the tables of iptables for IPv4.
  package static let iptablesRules = ReadOnlyCommand(
    "iptables-save", [], outputLimit: 16 << 20)

  /// Prints the tables of iptables for IPv6.
  package static let ip6tablesRules = ReadOnlyCommand(
    "ip6tables-save", [], outputLimit: 16 << 20)

  /// Prints the security notices for installed packages that the metadata on the disk names; dnf
  /// fetches nothing and writes no log.
  package static let dnfSecurityNotices = ReadOnlyCommand(
    "dnf",
    [
      "--cacheonly", "--quiet", "--setopt=logfilelevel=0", "updateinfo", "list", "--security",
      "--updates",
    ], timeLimit: 60_000)

  /// Whether a word can be the name of a package or a unit.
  private static func isName(_ word: String) -> Bool {
    word.utf8.count <= 256 && word.utf8.first != UInt8(ascii: "-") && !word.isEmpty
      && word.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: "+-._:@\\".utf8.contains(byte)
        }
      }
  }
}

/// What a program wrote and how it ended.
package struct CommandOutput: Sendable, Hashable {
  /// The code the program ended with; negative for the number of the signal that ended it.
  package var exitCode: Int
  /// What it wrote to its output.
  package var output: [UInt8]
  /// What it wrote as errors, cut at 64 KiB.
  package var errors: [UInt8]

  package init(exitCode: Int, output: [UInt8], errors: [UInt8] = []) {
    self.exitCode = exitCode
    self.output = output
    self.errors = errors
  }

  /// The output as text, with invalid UTF-8 repaired.
  package var text: String { String(decoding: output, as: UTF8.self) }

  /// The errors as text on one line, with invalid UTF-8 repaired.
  package var errorText: String {
    String(decoding: errors, as: UTF8.self).split(whereSeparator: \.isNewline)
      .joined(separator: "; ")
  }
}
