// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Writes bundles: the same bundle is always the same bytes.
///
/// The file is canonical JSON with a line for each observation, so that two bundles can be compared
/// line by line. It is written piece by piece and never held as a whole.
package enum BundleWriter {
  /// Returns the file of a bundle.
  package static func bytes(of bundle: Bundle) -> [UInt8] {
    var bytes: [UInt8] = []
    write(bundle) { bytes += $0 }
    return bytes
  }

  /// Hands out the file of a bundle piece by piece.
  ///
  /// The digests stand before what they are of, so each observation is gone through twice.
  package static func write(_ bundle: Bundle, to sink: ([UInt8]) -> Void) {
    let digests = bundle.observations.map(\.digest)
    guard var object = bundle.envelope(observations: []).objectValue else { return }
    object["digest"] = .string(bundle.digest(observationDigests: digests))
    var writer = CanonicalJSONWriter()
    func drain(_ buffer: inout [UInt8]) {
      sink(buffer)
      buffer.removeAll(keepingCapacity: true)
    }
    for (index, key) in object.sortedKeys.enumerated() {
      writer.buffer += (index == 0 ? "{" : ",").utf8
      writer.write(key)
      writer.buffer.append(UInt8(ascii: ":"))
      guard key == "observations" else {
        writer.write(object[key] ?? .null, drain: drain)
        continue
      }
      writer.buffer.append(UInt8(ascii: "["))
      for (index, (observation, digest)) in zip(bundle.observations, digests).enumerated() {
        writer.buffer += (index == 0 ? "\n" : ",\n").utf8
        guard var object = observation.evidenceValue.objectValue else { continue }
        object["digest"] = .string(digest)
        writer.write(.object(object), drain: drain)
      }
      writer.buffer += "\n]".utf8
    }
    writer.buffer += "}\n".utf8
    drain(&writer.buffer)
  }
}
