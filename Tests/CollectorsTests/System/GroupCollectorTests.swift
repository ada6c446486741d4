// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import EvidenceModel
import Testing
import TestSupport

struct GroupCollectorTests {
  @Test func `a group has the users who have it first among its members`() async throws {
    let groups = await CollectorRun.observe(
      "group", ["names": ["wheel", "ops"]], on: try FixtureHost.open("openeuler"))
    #expect(
      groups["groups"] == [
        ["name": "wheel", "gid": 10, "members": ["ops"], "primary_members": []],
        ["name": "ops", "gid": 1000, "members": ["ops"], "primary_members": ["ops"]],
      ])
    #expect(groups["duplicate_gids"] == [1000])
    #expect(groups["missing_gids"] == [])
    #expect(groups.origin("groups", "1") == "/etc/group:4")
  }

  @Test func `the groups of this machine are those of getent`() async throws {
    let groups = await CollectorRun.observe("group", on: LocalHost())
    let names = try #require(groups.value?["groups"]?.listValue).compactMap {
      $0["name"]?.stringValue
    }
    #expect(names == RealTool.lines("getent -s files group | cut -d: -f1"))
  }
}
