// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Chronology
import Diagnostics

extension Observation {
  /// The observation as a value, without its digest; fields that hold nothing are left out.
  package var evidenceValue: EvidenceValue {
    var object: EvidenceObject = [
      "id": .string(id), "query": query.evidenceValue, "status": .string(status.rawValue),
    ]
    object["value"] = value
    object["reason"] = reason.map { ["zh": .string($0.zh), "en": .string($0.en)] }
    if !sources.isEmpty { object["sources"] = .list(sources.map(\.evidenceValue)) }
    if !origins.isEmpty { object["origins"] = .list(origins.map(\.evidenceValue)) }
    object["collector_version"] = .int(Int64(collectorVersion))
    object["collected_at"] = .string(collectedAt.formatted())
    object["duration_ms"] = .int(duration)
    if !redactions.isEmpty { object["redactions"] = .list(redactions.map(\.evidenceValue)) }
    return .object(object)
  }

  /// Reads an observation back; its digest is not looked at.
  ///
  /// - Throws: `EvidenceShapeError` that names the field which is missing or wrong.
  package init(_ fields: inout EvidenceFields) throws(EvidenceShapeError) {
    var queryFields = try fields.object("query")
    query = EvidenceQuery(
      collector: try queryFields.string("collector"),
      arguments: try queryFields.dictionary("arguments"))
    try queryFields.finish()
    id = try fields.string("id")
    status = try fields.choice("status", ObservationStatus.self)
    value = fields.optional("value")
    reason = try fields.optionalText("reason")
    sources = try fields.list("sources", EvidenceSource.init)
    origins = try fields.list("origins", Origin.init)
    collectorVersion = Int(try fields.int("collector_version"))
    collectedAt = try fields.instant("collected_at")
    duration = try fields.int("duration_ms")
    redactions = try fields.list("redactions", Redaction.init)
    guard (status == .collected) == (value != nil) else {
      throw fields.wrong("value", EvidenceMessages.valueAgainstStatus)
    }
    guard origins.allSatisfy({ sources.indices.contains($0.source) }) else {
      throw fields.wrong("origins", EvidenceMessages.unknownSource)
    }
  }
}

extension Observation: Codable {
  package init(from decoder: any Decoder) throws {
    var fields = try EvidenceFields(EvidenceValue(from: decoder))
    try self.init(&fields)
    try fields.finish()
  }

  package func encode(to encoder: any Encoder) throws { try evidenceValue.encode(to: encoder) }
}

extension EvidenceSource {
  /// The source as a value.
  var evidenceValue: EvidenceValue {
    var object: EvidenceObject = ["kind": .string(kind.rawValue), "name": .string(name)]
    object["sha256"] = sha256.map { .string($0) }
    object["size"] = size.map { .int($0) }
    object["modified"] = modified.map { .string($0.formatted()) }
    return .object(object)
  }

  init(_ fields: inout EvidenceFields) throws(EvidenceShapeError) {
    kind = try fields.choice("kind", Kind.self)
    name = try fields.string("name")
    sha256 = try fields.optionalString("sha256")
    size = try fields.optionalInt("size")
    modified = try fields.optionalInstant("modified")
  }
}

extension Origin {
  /// The origin as a value.
  var evidenceValue: EvidenceValue {
    var object: EvidenceObject = ["path": .strings(path), "source": .int(Int64(source))]
    object["line"] = line.map { .int(Int64($0)) }
    return .object(object)
  }

  init(_ fields: inout EvidenceFields) throws(EvidenceShapeError) {
    path = try fields.strings("path")
    source = Int(try fields.int("source"))
    line = try fields.optionalInt("line").map { Int($0) }
  }
}

extension Redaction {
  /// The redaction as a value.
  var evidenceValue: EvidenceValue {
    ["path": .strings(path), "kind": .string(kind.rawValue), "length": .int(Int64(length))]
  }

  init(_ fields: inout EvidenceFields) throws(EvidenceShapeError) {
    path = try fields.strings("path")
    kind = try fields.choice("kind", Kind.self)
    length = Int(try fields.int("length"))
  }
}
