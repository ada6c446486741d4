// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import EvidenceModel
import Reporting

/// The file of a bundle, and the two beside it that sign it.
struct BundleFile {
  /// The path of the bundle.
  let path: String
  /// The key that signs; without one nothing is signed.
  var key: SigningKey?

  /// Writes the files, each whole or not at all, the signature last.
  func write(_ bundle: Bundle) throws(CommandFailure) {
    var digest = SHA256Digest.Running()
    do {
      try AtomicFileWriter.write(to: path) { write in
        BundleWriter.write(bundle) { piece in
          digest.add(piece)
          write(piece)
        }
      }
    } catch {
      throw CommandFailure(zh: error.message.zh, en: error.message.en)
    }
    guard let key else { return }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let line = BundleChecksum(digest: digest.hexadecimal, name: name).line
    try AssessmentOutput.write(line, to: path + BundleChecksum.checksumSuffix)
    try AssessmentOutput.write(key.signature(of: line), to: path + BundleChecksum.signatureSuffix)
  }
}
