// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// The few scripts that run on the other side.
///
/// An SSH server hands a command line to the user's login shell, whatever that is. So the command
/// lines are fixed words that every shell reads alike; what varies goes to the standard input of a
/// POSIX shell, each word in single quotes.
enum SSHScript {
  /// The error that says that there is no SFTP server program.
  static let noServer = "plumbline: no sftp-server"
  /// The exit code and the error that say that a program is not there.
  static let noProgram = (code: 254, words: "plumbline: no such program")

  /// The command line that runs a script from its standard input.
  static let shell = "sh -s"

  /// The command line that starts an SFTP server, which only reads, as the superuser.
  static let privilegedServer: String = {
    let places = [
      "/usr/lib/openssh/sftp-server", "/usr/libexec/openssh/sftp-server",
      "/usr/libexec/sftp-server", "/usr/lib/ssh/sftp-server", "/usr/lib/sftp-server",
    ].joined(separator: " ")
    return "sh -c 'for p in \(places); do if [ -x \"$p\" ]; then exec sudo -n -- \"$p\" -R; fi; "
      + "done; echo \(noServer) >&2; exit 254'"
  }()

  /// Returns the script that runs a command as a host must: without input, in the folder `/`, with
  /// an environment of three names, and not for longer than it may.
  static func run(_ command: ReadOnlyCommand, usesSudo: Bool) -> String {
    let program = quoted(command.executable)
    let folders = ReadOnlyCommand.searchFolders
    let arguments = command.arguments.map { " " + quoted($0) }.joined()
    // The client gives up first; what it leaves running over there ends soon after.
    let seconds = (command.timeLimit + 999) / 1_000 + 2
    return """
      cd / || exit \(noProgram.code)
      p=
      for d in \(folders.joined(separator: " ")); do
        if [ -x "$d"/\(program) ]; then p="$d"/\(program); break; fi
      done
      if [ -z "$p" ]; then echo '\(noProgram.words)' >&2; exit \(noProgram.code); fi
      t=
      if command -v timeout >/dev/null 2>&1; then t='timeout -k 1 \(seconds)'; fi
      exec </dev/null env -i LC_ALL=C PATH=\(folders.joined(separator: ":")) HOME=/nonexistent \
      $t \(usesSudo ? "sudo -n -- " : "")"$p"\(arguments)

      """
  }

  /// Returns a word that a POSIX shell reads as exactly that text.
  static func quoted(_ word: String) -> String {
    var text = "'"
    for character in word.unicodeScalars {
      if character == "'" { text += #"'\''"# } else { text.unicodeScalars.append(character) }
    }
    return text + "'"
  }
}
