// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Collectors
import Diagnostics
import EvidenceModel
import Testing
import TestSupport

/// Returns, throws or hangs as its argument says.
private struct ScriptedCollector: Collector {
  let description = CollectorDescription(
    id: "scripted", version: 7, summary: LocalizedText(verbatim: "x"),
    arguments: [ArgumentDescription("do", .text, isRequired: true, zh: "做什么", en: "what to do")],
    output: RecordType(
      name: "scripted",
      fields: [.init("text", .string, documentation: LocalizedText(verbatim: "x"))]),
    privileges: LocalizedText(verbatim: "x"), reads: LocalizedText(verbatim: "x"),
    example: ["text": "x"])

  func plan(for arguments: CollectorArguments) -> ReadingPlan { ReadingPlan() }

  func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    var trail = EvidenceTrail()
    switch arguments.text("do") {
    case "hang":
      try? await Task.sleep(for: .seconds(3_600))
      throw CollectionFailure(.failed, LocalizedText(verbatim: "cancelled"))
    case "deny":
      throw CollectionFailure(
        .denied, LocalizedText(zh: "密码 password=a1", en: "no, password=a1"))
    case "bend": return CollectedEvidence(["text": 1], trail)
    case "read":
      do {
        let file = try await host.read("/etc/hostname")
        trail.add(file)
        return CollectedEvidence(["text": .string(file.text)], trail)
      } catch {
        throw CollectionFailure(error)
      }
    default: return CollectedEvidence(["text": "call 13800138000"], trail)
    }
  }
}

struct EvidenceCollectionTests {
  private func run(_ words: [String], timeLimit: Int = 600_000) async -> [String: Observation] {
    let plan = words.map { EvidenceQuery(collector: "scripted", arguments: ["do": .string($0)]) }
    let collection = EvidenceCollection(
      registry: CollectorRegistry([ScriptedCollector()]), clock: FixedClock.now, parallelism: 2,
      timeLimit: timeLimit)
    let host = MemoryHost(["/etc/hostname": .text("web-1\n")])
    let observations = await collection.run(plan: plan + plan, asset: "a", on: host)
    #expect(observations.count == plan.count, "one observation for each distinct query")
    return Dictionary(
      uniqueKeysWithValues: observations.map { observation in
        (observation.query.arguments["do"]?.stringValue ?? "", observation)
      })
  }

  @Test func `each query comes to its own end`() async {
    let observations = await run(["deny", "bend", "read", "say"], timeLimit: 600_000)
    #expect(observations["deny"]?.status == .denied)
    #expect(observations["bend"]?.status == .failed)
    #expect(observations["read"]?.value == ["text": "web-1\n"])
    #expect(observations["read"]?.sources.first?.name == "/etc/hostname")
    #expect(observations["read"]?.collectorVersion == 7)
  }

  @Test func `a query that hangs is given up, and the others are answered`() async {
    let observations = await run(["hang", "deny", "say", "read"], timeLimit: 200)
    #expect(observations["hang"]?.status == .timedOut)
    #expect(observations["hang"]?.reason?.en == "collecting took longer than 200 ms")
    #expect(observations.count == 4)
  }

  @Test func `a value that is not of the declared type is no evidence`() async {
    let bent = await run(["bend"])["bend"]
    #expect(bent?.status == .failed)
    #expect(bent?.value == nil)
    #expect(bent?.reason?.en.contains("text: must be a value of type string") == true)
  }

  @Test func `secrets leave neither in values nor in reasons`() async {
    let observations = await run(["say", "deny"])
    #expect(observations["say"]?.value == ["text": "call [redacted:mobile_number:11]"])
    #expect(observations["say"]?.redactions == [Redaction(["text"], .mobileNumber, length: 11)])
    #expect(observations["deny"]?.reason?.zh == "密码 password=[redacted:password:2]")
    #expect(observations["deny"]?.redactions.count == 1)
  }

  @Test func `wrong queries become observations`() async {
    let collection = EvidenceCollection(
      registry: CollectorRegistry([ScriptedCollector()]), clock: FixedClock.now, timeLimit: 600_000)
    let plan = [
      EvidenceQuery(collector: "unknown"),
      EvidenceQuery(collector: "scripted", arguments: ["dö": "x"]),
    ]
    let observations = await collection.run(plan: plan, asset: "a", on: MemoryHost())
    #expect(
      Set(observations.map { $0.reason?.en }) == [
        "unknown collector 'unknown'",
        "unknown argument 'dö'; required argument 'do' is missing",
      ])
  }
}
