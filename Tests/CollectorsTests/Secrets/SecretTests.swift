// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Chronology
import Collectors
import EvidenceModel
import Testing
import TestSupport

/// No secret of the corpus gets past any collector.
struct SecretTests {
  @Test func `every collector has a row`() {
    let rows = Set(SecretRows.all.map(\.collector))
    let ids = Set(Collectors.all.map(\.description.id))
    let howTo =
      "add SecretRow(\"<id>\") { secret in <a host that has secret.assignment, secret.text or "
      + "secret.oneLine where this collector reads> } to SecretRows+<Topic>.swift in \(#filePath)'s "
      + "folder; showsText: false when its value never shows texts of the file"
    #expect(ids.subtracting(rows).sorted() == [], "collectors without planted secrets: \(howTo)")
    #expect(rows.subtracting(ids).sorted() == [], "rows of no collector")
  }

  @Test(arguments: SecretRows.all)
  func `no secret leaves a collector`(row: SecretRow) async throws {
    for secret in SecretCorpus.all {
      let host = row.plant(secret)
      let observation = await CollectorRun.observe(row.collector, row.arguments, on: host)
      let bundle = Bundle(
        asset: "test", host: await host.identity, collectedAt: FixedClock.instant,
        toolVersion: "0", observations: [observation])
      let written = String(decoding: BundleWriter.bytes(of: bundle), as: UTF8.self)
      for needle in secret.needles where written.contains(needle) {
        Issue.record("\(secret) is in the bundle of \(row): \(Self.context(of: needle, written))")
      }
      guard row.showsText, observation.status == .collected else { continue }
      #expect(
        observation.redactions.contains { $0.kind == secret.kind || !secret.hasShape },
        "\(secret) of \(row) is not on record as \(secret.kind): \(observation.redactions)")
      for redaction in observation.redactions {
        let mark = "[redacted:\(redaction.kind.rawValue):\(redaction.length)]"
        #expect(written.contains(mark), "\(mark) of \(secret) does not stand in its place")
      }
    }
  }

  @Test(arguments: SecretRows.all.filter(\.showsText))
  func `a row that shows its text collects most secrets`(row: SecretRow) async {
    var collected = 0
    for secret in SecretCorpus.all {
      let host = row.plant(secret)
      let observation = await CollectorRun.observe(row.collector, row.arguments, on: host)
      if observation.status == .collected, !observation.redactions.isEmpty { collected += 1 }
    }
    #expect(collected * 2 > SecretCorpus.all.count, "\(row): \(collected)")
  }

  /// What stands around a text, with the text itself left out.
  private static func context(of needle: String, _ text: String) -> String {
    guard let range = text.firstRange(of: needle) else { return "" }
    return "\(text[..<range.lowerBound].suffix(80))…\(text[range.upperBound...].prefix(20))"
  }
}
