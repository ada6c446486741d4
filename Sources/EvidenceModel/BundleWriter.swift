// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Writes bundles: the same bundle is always the same bytes.
package enum BundleWriter {
  /// Returns the file of a bundle: canonical JSON with a line for each observation, so that two
  /// bundles can be compared line by line.
  package static func bytes(of bundle: Bundle) -> [UInt8] {
    let digests = bundle.observations.map(\.digest)
    guard var object = bundle.envelope(observations: []).objectValue else { return [] }
    object["digest"] = .string(bundle.digest(observationDigests: digests))
    var output: [UInt8] = []
    for (index, key) in object.sortedKeys.enumerated() {
      output += (index == 0 ? "{" : ",").utf8
      CanonicalJSON.write(.string(key), to: &output)
      output.append(UInt8(ascii: ":"))
      if key == "observations" {
        write(bundle.observations, digests, to: &output)
      } else {
        CanonicalJSON.write(object[key] ?? .null, to: &output)
      }
    }
    output += "}\n".utf8
    return output
  }

  private static func write(
    _ observations: [Observation], _ digests: [String], to output: inout [UInt8]
  ) {
    output.append(UInt8(ascii: "["))
    for (index, (observation, digest)) in zip(observations, digests).enumerated() {
      output += (index == 0 ? "\n" : ",\n").utf8
      guard var object = observation.evidenceValue.objectValue else { continue }
      object["digest"] = .string(digest)
      CanonicalJSON.write(.object(object), to: &output)
    }
    output += "\n]".utf8
  }
}
