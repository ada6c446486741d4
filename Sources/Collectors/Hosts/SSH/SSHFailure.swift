// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Why there is no connection to a machine.
package struct SSHFailure: Error, Sendable {
  /// The reason, in one sentence.
  package var message: LocalizedText

  /// A failure with its reason.
  init(_ message: LocalizedText) { self.message = message }

  /// The failure that the words of the OpenSSH client tell.
  ///
  /// The words are those of the client without translations, as `LC_ALL=C` gives them.
  ///
  /// - Parameters:
  ///   - errors: all that the client and the programs behind it wrote as errors.
  ///   - end: how the conversation ended.
  init(clientErrors errors: String, end: SFTPSession.End) {
    let rules: [(words: String, message: LocalizedText)] = [
      ("REMOTE HOST IDENTIFICATION HAS CHANGED", SSHMessages.hostKeyChanged),
      ("Host key verification failed", SSHMessages.hostKeyUnknown),
      ("Permission denied (", SSHMessages.refused),
      ("subsystem request failed", SSHMessages.noSubsystem),
      (SSHScript.noServer, SSHMessages.noServerProgram),
      ("sudo: not found", SSHMessages.noSudo),
      ("sudo: command not found", SSHMessages.noSudo),
      ("sudo:", SSHMessages.sudoRefused),
    ]
    if let rule = rules.first(where: { errors.contains($0.words) }) {
      message = rule.message
      return
    }
    let lines = errors.split(whereSeparator: \.isNewline)
    let last = String((lines.last ?? "").prefix(300))
    let unreachable = ["connect to host", "Could not resolve", "Connection timed out", "banner"]
    if unreachable.contains(where: { errors.contains($0) }) {
      message = SSHMessages.unreachable(last)
    } else if end == .malformed {
      message = SSHMessages.notSFTP
    } else if !last.isEmpty {
      message = SSHMessages.failed(last)
    } else {
      message = end == .timedOut ? SSHMessages.noAnswer : SSHMessages.connectionLost
    }
  }
}
