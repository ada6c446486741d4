// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// The names of places in a page: each once, and the same for the same report.
struct ReportAnchors {
  /// The place of each finding, by position.
  let findings: [String]
  /// The place of each control's records, by control.
  let controls: [String: String]
  /// The place of each record, by position.
  let records: [String]
  /// The place of each entry of the evidence register, by position.
  let evidence: [String]
  /// The place of each measure, by position.
  let plan: [String]
  /// The place of a finding, by its id.
  let findingByID: [String: String]
  /// The place of an entry of the evidence register, by its id.
  let evidenceByID: [String: String]
  /// The place of the first measure that closes a finding, by the finding's id.
  let measureByFinding: [String: (id: String, anchor: String)]

  init(_ report: Report) {
    var names = UniqueNames()
    findings = report.findings.map { names.add("fnd-" + Self.fragment($0.id)) }
    var controls: [String: String] = [:]
    for record in report.controls where controls[record.controlID] == nil {
      controls[record.controlID] = names.add("ctl-" + Self.fragment(record.controlID))
    }
    self.controls = controls
    records = report.controls.map {
      names.add("ctl-" + Self.fragment($0.controlID) + "@" + Self.fragment($0.assetID))
    }
    evidence = report.evidence.map { names.add("ev-" + Self.fragment($0.id)) }
    let plan = (report.plan ?? []).map { names.add("act-" + Self.fragment($0.id)) }
    self.plan = plan
    findingByID = Self.table(report.findings.map(\.id), findings)
    evidenceByID = Self.table(report.evidence.map(\.id), evidence)
    var measures: [String: (id: String, anchor: String)] = [:]
    for (item, anchor) in zip(report.plan ?? [], plan) {
      for finding in item.findingIDs where measures[finding] == nil {
        measures[finding] = (item.id, anchor)
      }
    }
    measureByFinding = measures
  }

  /// Returns an id with each byte escaped that is not a letter, a digit, `.`, `-`, `_` or `@`; two
  /// ids never come to the same.
  static func fragment(_ id: String) -> String {
    var result = ""
    for byte in id.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "_"), UInt8(ascii: "@"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result += "~" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }
    return result
  }

  private static func table(_ ids: [String], _ anchors: [String]) -> [String: String] {
    Dictionary(zip(ids, anchors)) { first, _ in first }
  }

  /// Gives a second bearer of a name another one.
  private struct UniqueNames {
    private var taken: Set<String> = []

    mutating func add(_ name: String) -> String {
      var candidate = name
      var count = 1
      while !taken.insert(candidate).inserted {
        count += 1
        candidate = "\(name)~~\(count)"
      }
      return candidate
    }
  }
}
