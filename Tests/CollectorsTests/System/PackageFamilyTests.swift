// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import Diagnostics
import EvidenceModel
import TestSupport
import Testing

struct PackageFamilyTests {
  private static let status = MemoryHost.Entry.text(
    "Package: sudo\nStatus: install ok installed\nVersion: 1.9\nArchitecture: amd64\n")

  @Test(arguments: [
    ("ID=debian", ObservationStatus.collected), ("ID=kylin\nID_LIKE=debian", .collected),
    ("ID=uos", .collected), ("ID=openEuler", .unsupported), ("ID=anolis", .unsupported),
    ("ID=\"rhel\"", .unsupported), ("ID=kylin\nID_LIKE=fedora", .unsupported),
  ])
  func `the database of another family does not count`(
    release: String, status: ObservationStatus
  ) async {
    let host = MemoryHost(
      isLive: false,
      [
        "/etc/os-release": .text(release), "/var/lib/dpkg/status": Self.status,
        "/var/lib/rpm/rpmdb.sqlite": .text("x"),
      ])
    let observation = await CollectorRun.observe("package", ["names": ["sudo"]], on: host)
    #expect(observation.status == status, "\(observation.reason?.en ?? "")")
  }
}
