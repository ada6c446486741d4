// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Why a host did not give what it was asked for.
package struct HostError: Error, Sendable, Hashable {
  /// The kinds of refusal.
  package enum Code: String, Sendable, Hashable, CaseIterable {
    /// There is no such file or program.
    case notFound
    /// This user may not read it.
    case denied
    /// It took longer than it may.
    case timedOut
    /// This kind of host cannot do it.
    case unsupported
    /// Reading broke off.
    case failed
    /// The path leads out of the folder that stands for the host.
    case outsideRoot
    /// There is more of it than may be read.
    case tooLarge
    /// It is a folder, a pipe or a device.
    case notRegularFile
  }

  /// The kind of refusal.
  package var code: Code
  /// The path or the command line.
  package var subject: String
  /// The cause, such as the words of the system.
  package var detail: LocalizedText?

  package init(_ code: Code, _ subject: String, detail: LocalizedText? = nil) {
    self.code = code
    self.subject = subject
    self.detail = detail
  }

  /// What happened, with the path or command in it.
  package var message: LocalizedText {
    let message = EvidenceMessages.hostError(code, subject)
    guard let detail else { return message }
    return LocalizedText(
      zh: "\(message.zh)（\(detail.zh)）", en: "\(message.en) (\(detail.en))")
  }

  /// The status of an observation that needed it.
  package var status: ObservationStatus {
    switch code {
    case .notFound: .absent
    case .denied, .outsideRoot: .denied
    case .timedOut: .timedOut
    case .unsupported: .unsupported
    case .failed, .tooLarge, .notRegularFile: .failed
    }
  }
}
