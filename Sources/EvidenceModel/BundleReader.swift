// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Reads bundles that nobody vouches for.
package enum BundleReader {
  /// Returns the bundle of a file after recomputing all its digests.
  ///
  /// - Throws: `DiagnosticsError` with every observation that is malformed or was changed, or with
  ///   the first place where the file is no bundle.
  package static func read(_ source: SourceText) throws(DiagnosticsError) -> Bundle {
    var reader = JSONReader(source)
    let value = try reader.readDocument()
    let places = Places(source: source, offsets: reader.offsets)
    do {
      return try read(value, places)
    } catch let error as EvidenceShapeError {
      throw DiagnosticsError([
        places.diagnostic("malformed-bundle", EvidenceMessages.malformedBundle(error), error.path)
      ])
    } catch let error as DiagnosticsError {
      throw error
    } catch {
      throw DiagnosticsError([])
    }
  }

  private static func read(_ value: EvidenceValue, _ places: Places) throws -> Bundle {
    var fields = try EvidenceFields(value)
    let version = try fields.int("schema_version")
    guard version == Bundle.schemaVersion else {
      throw fields.wrong(
        "schema_version",
        EvidenceMessages.unknownSchema(version, known: Bundle.schemaVersion))
    }
    let asset = try fields.string("asset")
    var host = try fields.object("host")
    let identity = try HostIdentity(&host)
    try host.finish()
    let collectedAt = try fields.instant("collected_at")
    let toolVersion = try fields.string("tool_version")
    var catalogs: [String: String] = [:]
    for (catalog, digest) in try fields.dictionary("catalogs") {
      catalogs[catalog] = digest.stringValue
    }
    let digest = try fields.string("digest")
    var observations = ObservationList(asset: asset, places: places)
    for (index, value) in (fields.optional("observations")?.listValue ?? []).enumerated() {
      observations.add(value, index)
    }
    try fields.finish()
    let bundle = Bundle(
      asset: asset, host: identity, collectedAt: collectedAt, toolVersion: toolVersion,
      catalogs: catalogs, observations: observations.observations)
    if observations.diagnostics.isEmpty, bundle.digest != digest {
      let message = EvidenceMessages.wrongBundleDigest
      observations.diagnostics.append(places.diagnostic("wrong-digest", message, ["digest"]))
    }
    if observations.diagnostics.isEmpty { return bundle }
    throw DiagnosticsError(observations.diagnostics)
  }

  /// Where the parts of the file stand.
  private struct Places {
    let source: SourceText
    let offsets: [[String]: Int]

    /// Makes a diagnostic at the innermost part of a path whose place is known.
    func diagnostic(_ id: String, _ message: LocalizedText, _ path: [String]) -> Diagnostic {
      var path = path
      while !path.isEmpty, offsets[path] == nil { path.removeLast() }
      let start = offsets[path] ?? 0
      let range = SourceRange(start..<min(start + 1, source.utf8.count))
      return Diagnostic(id, message, at: SourceSpan(source: source, range: range))
    }
  }

  /// The observations read so far, with what is wrong with the others.
  private struct ObservationList {
    let asset: String
    let places: Places
    var observations: [Observation] = []
    var diagnostics: [Diagnostic] = []
    private var ids: Set<String> = []

    init(asset: String, places: Places) {
      self.asset = asset
      self.places = places
    }

    mutating func add(_ value: EvidenceValue, _ index: Int) {
      let path = ["observations", String(index)]
      do throws(EvidenceShapeError) {
        var fields = try EvidenceFields(value, at: path)
        let digest = try fields.string("digest")
        let observation = try Observation(&fields)
        try fields.finish()
        if let message = mistake(in: observation, digest) {
          diagnostics.append(places.diagnostic("wrong-digest", message, path))
        }
        observations.append(observation)
      } catch {
        let message = EvidenceMessages.malformedBundle(error)
        diagnostics.append(places.diagnostic("malformed-bundle", message, error.path))
      }
    }

    private mutating func mistake(in observation: Observation, _ digest: String) -> LocalizedText? {
      let query = observation.query.canonicalText
      if observation.digest != digest {
        return EvidenceMessages.wrongObservationDigest(observation.id, query)
      }
      if observation.id != Observation.id(asset: asset, query: observation.query) {
        return EvidenceMessages.wrongObservationID(observation.id, query)
      }
      return ids.insert(observation.id).inserted
        ? nil : EvidenceMessages.duplicateObservation(observation.id)
    }
  }
}
