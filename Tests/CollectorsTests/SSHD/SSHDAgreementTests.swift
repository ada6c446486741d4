// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import Diagnostics
import EvidenceModel
import TestSupport
import Testing

/// Holds our reading of configurations against the installed OpenSSH server.
@Suite(.enabled(if: OpenSSH.isInstalled, "needs the package openssh-server"))
struct SSHDAgreementTests {
  @Test func `what sshd accepts is collected with its values`() async throws {
    let sshd = try await OpenSSH()
    for text in SSHDCorpus.accepted {
      sshd.write(text)
      let verdict = try await sshd.verdict()
      let observation = await sshd.observation()
      #expect(verdict.isAccepted, "\(text)\(verdict.errors)")
      #expect(observation.status == .collected, "\(text)\(observation.reason?.en ?? "")")
      #expect(OpenSSH.differences(observation.value, verdict.settings) == [], "\(text)")
    }
  }

  @Test func `what sshd refuses has failed, with the line`() async throws {
    let sshd = try await OpenSSH()
    for (text, line) in SSHDCorpus.refused {
      sshd.write(text)
      let verdict = try await sshd.verdict()
      let observation = await sshd.observation()
      #expect(!verdict.isAccepted, "\(text)")
      #expect(observation.status == .failed, "\(text)\(verdict.errors)")
      #expect(observation.value == nil)
      let reason = observation.reason?.en ?? ""
      #expect(reason.contains(":\(line): "), "\(text)\(reason)")
    }
  }

  @Test func `corrupted configurations are judged as sshd judges them`() async throws {
    let sshd = try await OpenSSH()
    var corruption = SSHDCorruption(seed: 20_260_101)
    for _ in 0..<200 {
      let text = corruption.next()
      sshd.write(text)
      let verdict = try await sshd.verdict()
      let observation = await sshd.observation()
      #expect(
        verdict.isAccepted == (observation.status == .collected),
        "\(text.debugDescription) \(verdict.errors) \(observation.reason?.en ?? "")")
      guard verdict.isAccepted, observation.status == .collected else { continue }
      #expect(OpenSSH.differences(observation.value, verdict.settings) == [], "\(text)")
    }
  }

  @Test(
    .enabled(if: LocalHost().isPrivileged, "only root can ask the server"),
    arguments: SSHDCorpus.asked)
  func `a running system is asked`(text: String) async throws {
    let sshd = try await OpenSSH()
    sshd.write("HostKey {root}/key\n" + text)
    let asked = await sshd.observation(of: LocalHost())
    let read = await sshd.observation()
    #expect(asked.status == read.status, "\(asked.reason?.en ?? "")")
    #expect(asked.reason == read.reason)
    #expect(asked.value == read.value)
  }
}
