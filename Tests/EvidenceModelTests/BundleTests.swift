// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Chronology
import Diagnostics
import EvidenceModel
import Testing
import TestSupport

struct BundleTests {
  private let bundle = Bundle(
    asset: "web-1",
    host: HostIdentity(access: .memory, hostname: "web", isLive: false, isPrivileged: true),
    collectedAt: FixedClock.instant, toolVersion: "0.1.0", catalogs: ["safeguarding": "ab12"],
    observations: [
      Observation(
        asset: "web-1",
        query: EvidenceQuery(collector: "config", arguments: ["path": "/etc/login.defs"]),
        status: .collected, value: ["settings": ["PASS_MAX_DAYS": "90"]],
        sources: [EvidenceSource(.file, "/etc/login.defs", sha256: "00", size: 17)],
        origins: [Origin(["settings", "PASS_MAX_DAYS"], source: 0, line: 3)],
        collectedAt: FixedClock.instant,
        redactions: [Redaction(["settings", "x"], .password, length: 7)]),
      Observation(
        asset: "web-1", query: EvidenceQuery(collector: "sshd"), status: .denied,
        reason: LocalizedText(zh: "无权", en: "denied"), collectedAt: FixedClock.instant),
    ])

  private var text: String { String(decoding: BundleWriter.bytes(of: bundle), as: UTF8.self) }

  private func read(_ text: String) throws -> Bundle {
    try BundleReader.read(SourceText(name: "web-1.json", text))
  }

  private func messages(_ text: String) -> [String] {
    do {
      _ = try read(text)
      return []
    } catch let error as DiagnosticsError {
      return error.diagnostics.map { "\($0.location?.position.line ?? 0): \($0.message.en)" }
    } catch {
      return [String(describing: error)]
    }
  }

  @Test func `reading gives back what was written, byte for byte`() throws {
    let again = try read(text)
    #expect(again == bundle)
    #expect(BundleWriter.bytes(of: again) == Array(text.utf8))
    #expect(text.split(separator: "\n").count == 4, "one line for each observation")
  }

  @Test func `a changed value is named`() {
    let id = bundle.observations.first { $0.status == .collected }?.id ?? ""
    let changed = messages(text.replacing(#""PASS_MAX_DAYS":"90""#, with: #""PASS_MAX_DAYS":"9""#))
    let query = "config(path=/etc/login.defs)"
    #expect(changed.count == 1)
    #expect(
      changed.first?.hasSuffix(
        ": the content of observation \(id), \(query), does not match its digest") == true)
  }

  @Test func `a changed header, a lost observation and another asset are found`() throws {
    #expect(
      messages(text.replacing(#""tool_version":"0.1.0""#, with: #""tool_version":"9""#)) == [
        "1: the bundle's header or its list of observations does not match the digest over all"
      ])
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    lines.remove(at: 2)
    lines[1] = lines[1].dropLast()
    #expect(messages(lines.joined(separator: "\n")).count == 1)
    #expect(
      messages(text.replacing(#""asset":"web-1""#, with: #""asset":"web-2""#)).allSatisfy {
        $0.contains("is not that of the asset")
      })
  }

  @Test(arguments: [
    (
      #""schema_version":1"#, #""schema_version":2"#, "the bundle's schema version must be 1, not 2"
    ),
    (#""asset":"web-1""#, #""asset":1"#, "asset: must be a value of type string"),
    (#""catalogs""#, #""katalogs""#, "catalogs: required field is missing"),
    (#""status":"denied""#, #""status":"passed""#, "unknown word 'passed'"),
    (#""status":"denied""#, #""status":"collected""#, "exactly when its status is 'collected'"),
    (#""source":0"#, #""source":1"#, "each origin must point to a listed source"),
    (#""duration_ms":0"#, #""duration_ms":0,"extra":1"#, "extra: unknown field"),
  ])
  func `a hostile bundle is refused with the place`(old: String, new: String, message: String) {
    let found = messages(text.replacing(old, with: new))
    #expect(found.contains { $0.contains(message) }, "\(found)")
  }

  @Test func `the nearest origin counts, and the only source when there is none`() {
    let observation = bundle.observations.first { $0.status == .collected }
    #expect(
      observation?.origin(of: ["settings", "PASS_MAX_DAYS"])?.description == "/etc/login.defs:3")
    #expect(observation?.origin(of: ["settings"])?.description == "/etc/login.defs")
  }
}
