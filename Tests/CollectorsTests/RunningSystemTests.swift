// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import Diagnostics
import EvidenceModel
import Glibc
import Testing
import TestSupport

/// The collectors on this machine.
struct RunningSystemTests {
  @Test func `a port that this process listens on is found with the process`() async throws {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = bind(socket, $0, size)
        _ = listen(socket, 1)
        _ = getsockname(socket, $0, &size)
      }
    }
    let port = Int64(UInt16(bigEndian: address.sin_port))
    let sockets = await CollectorRun.observe("socket", on: LocalHost())
    let own = try #require(sockets.value?["sockets"]?.listValue?.first { $0["port"] == .int(port) })
    #expect(own["address"] == "127.0.0.1")
    #expect(own["protocol"] == "tcp")
    #expect(own["is_loopback"] == true)
    #expect(own["pid"] == .int(Int64(getpid())))
    #expect(own["process"]?.stringValue?.isEmpty == false)
  }

  @Test func `addresses are written as people write them`() async {
    let line = "  0: %@ 00000000000000000000000000000000:0000 0A 0 0 0 0 0 1 1"
    let rows = [
      "00000000000000000000000000000000:0016", "00000000000000000000000001000000:0017",
      "0000000000000000FFFF00000100007F:0018", "B80D01200000000067452301EFCDAB89:0019",
    ]
    let table = rows.map { line.replacing("%@", with: $0) }.joined(separator: "\n")
    let host = MemoryHost(isLive: true, ["/proc/net/tcp6": .text(table)])
    let sockets = await CollectorRun.observe("socket", on: host)
    let list = sockets.value?["sockets"]?.listValue ?? []
    #expect(
      list.map { $0["address"]?.stringValue } == [
        "::", "::1", "::ffff:127.0.0.1", "2001:db8::123:4567:89ab:cdef",
      ])
    #expect(list.map { $0["is_loopback"]?.boolValue } == [false, true, true, false])
  }

  @Test func `mounts and kernel parameters are those in force`() async {
    let mounts = await CollectorRun.observe("mount", on: LocalHost())
    #expect(mounts["is_running"] == true)
    let targets = mounts.value?["mounts"]?.listValue?.compactMap { $0["target"] }
    #expect(targets?.contains("/") == true)
    let parameter = await CollectorRun.observe(
      "kernel-parameter", ["name": "kernel.ostype"], on: LocalHost())
    #expect(parameter["value"] == "Linux")
    #expect(parameter["is_running"] == true)
    let missing = await CollectorRun.observe(
      "kernel-parameter", ["name": "kernel.nothing"], on: LocalHost())
    #expect(missing.status == .absent)
  }

  @Test func `services and packages come from the managers' commands`() async throws {
    let units = "systemctl show --no-pager --property=Id,LoadState,ActiveState,UnitFileState --"
    let rpm = #"rpm -q --qf %{NAME}\t%|EPOCH?{%{EPOCH}:}|%{VERSION}-%{RELEASE}\t%{ARCH}\n --"#
    func output(_ text: String, _ code: Int = 0) -> Result<CommandOutput, HostError> {
      .success(CommandOutput(exitCode: code, output: Array(text.utf8)))
    }
    let host = MemoryHost(
      isLive: true,
      [
        "/run/systemd/system": .directory, "/usr/lib/systemd/system/a.service": .text("[Unit]\n"),
        "/var/lib/rpm": .directory,
      ],
      commands: [
        "\(units) a.service b.service": output(
          """
          Id=a.service
          LoadState=loaded
          ActiveState=active
          UnitFileState=enabled

          Id=b.service
          LoadState=not-found
          ActiveState=inactive
          UnitFileState=
          """),
        "\(rpm) a b": output("a\t1:2-3.el9\tx86_64\npackage b is not installed\n", 1),
      ])
    let services = await CollectorRun.observe("service", ["names": ["a", "b"]], on: host)
    #expect(
      services["services"] == [
        ["name": "a", "exists": true, "enablement": "enabled", "is_active": true],
        ["name": "b", "exists": false, "enablement": "missing", "is_active": false],
      ], "\(services.reason?.en ?? "")")
    let packages = await CollectorRun.observe("package", ["names": ["a", "b"]], on: host)
    #expect(
      packages["packages"] == [
        ["name": "a", "installed": true, "version": "1:2-3.el9", "architecture": "x86_64"],
        ["name": "b", "installed": false],
      ], "\(packages.reason?.en ?? "")")
  }

  @Test func `this machine comes to a bundle that reads back`() async throws {
    let host = LocalHost()
    let plan = Collectors.all.map(\.description).map {
      EvidenceQuery(collector: $0.id, arguments: $0.exampleArguments)
    }
    let collection = EvidenceCollection(
      registry: Collectors.registry, clock: FixedClock.now, timeLimit: 600_000)
    let observations = await collection.run(plan: plan, asset: "here", on: host)
    let bundle = Bundle(
      asset: "here", host: await host.identity, collectedAt: FixedClock.instant,
      toolVersion: "0", observations: observations)
    let source = SourceText(name: "here.json", utf8: BundleWriter.bytes(of: bundle))
    #expect(try BundleReader.read(source) == bundle)
    let wrong = observations.filter { $0.status == .failed || $0.status == .timedOut }
    #expect(wrong.map { "\($0.query.collector): \($0.reason?.en ?? "")" } == [])
  }
}
