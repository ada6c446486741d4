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

  /// Writes the files, all of them or none.
  func write(_ bundle: Bundle) throws(CommandFailure) {
    var output = OutputFiles()
    try stage(bundle, in: &output)
    try output.commit()
  }

  /// Writes the files together with others.
  func stage(_ bundle: Bundle, in output: inout OutputFiles) throws(CommandFailure) {
    var digest = SHA256Digest.Running()
    try output.write(to: path) { write in
      BundleWriter.write(bundle) { piece in
        digest.add(piece)
        write(piece)
      }
    }
    guard let key else { return }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let line = BundleChecksum(digest: digest.hexadecimal, name: name).line
    try output.write(line, to: path + BundleChecksum.checksumSuffix)
    try output.write(key.signature(of: line), to: path + BundleChecksum.signatureSuffix)
  }
}
