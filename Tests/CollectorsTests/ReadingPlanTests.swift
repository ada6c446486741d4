// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import EvidenceModel
import Testing
import TestSupport

/// What collectors say that they read, against what they read.
struct ReadingPlanTests {
  private static let ids = Collectors.registry.descriptions.map(\.id)

  @Test(arguments: ids, ["debian", "rhel", "this machine"])
  func `nothing is read or run that the plan does not show`(id: String, machine: String)
    async throws
  {
    let collector = try #require(Collectors.registry[id])
    let description = collector.description
    let arguments = try CollectorArguments(description.exampleArguments, description.arguments)
    let plan = collector.plan(for: arguments).merging(HostIdentity.readingPlan)
    let base: any Host =
      machine == "this machine" ? LocalHost() : try FixtureHost.open(machine)
    let host = AuditingHost(base)
    _ = await CollectorRun.observe(id, description.exampleArguments, on: host)
    let surprises = host.paths.filter { !plan.covers($0) }.sorted()
    // Where include lines lead is written in the files alone.
    if plan.followed.isEmpty || machine != "this machine" { #expect(surprises == []) }
    #expect(host.commands.subtracting(plan.commands).map(\.line).sorted() == [])
  }

  @Test func `the identity of a host is read as planned`() async {
    let host = AuditingHost(LocalHost())
    _ = await host.identity
    #expect(host.paths.filter { !HostIdentity.readingPlan.covers($0) } == [])
    #expect(host.commands == [])
  }

  @Test(arguments: [
    ("/etc/a", "/etc/a", true), ("/etc/a", "/etc/ab", false), ("/etc/a", "/etc", false),
    ("/etc/a.d/*.conf", "/etc/a.d/x.conf", true), ("/etc/a.d/*.conf", "/etc/a.d/x", false),
    ("/etc/a.d/*.conf", "/etc/a.d", true), ("/etc/a.d/*.conf", "/etc", false),
    ("/etc/a.d/*.conf", "/etc/a.d/x/y.conf", false), ("/etc/**", "/etc/x/y", true),
    ("/proc/*/fd/*", "/proc/12/fd", true), ("/proc/*/fd/*", "/proc/12/mem", false),
    ("/proc/*/fd/*", "/proc", true), ("/etc/a", "/etc/a/b", false),
  ])
  func `a plan covers what its patterns name`(pattern: String, path: String, isCovered: Bool) {
    #expect(ReadingPlan([pattern]).covers(path) == isCovered)
  }
}
