// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import Diagnostics
import EvidenceModel
import Testing
import TestSupport

/// Our reading of configurations beside what nginx makes of them.
@Suite(.enabled(if: LocalProgram.exists("/usr/sbin/nginx"), "needs the package nginx-light"))
struct NginxAgreementTests {
  private static let program = "/usr/sbin/nginx"

  /// Writes a configuration and returns its path.
  private func write(_ http: String, _ files: [String: String], _ scratch: Scratch, port: Int)
    -> String
  {
    func fill(_ text: String) -> MemoryHost.Entry {
      let text = text.replacing("{port}", with: "\(port)")
      return .text(text.replacing("{root}", with: scratch.path))
    }
    let main = """
      user root; daemon off; master_process off; pid {root}/pid; error_log {root}/main.log;
      events { worker_connections 32; }
      http {
      client_body_temp_path {root}/body; proxy_temp_path {root}/proxy;
      fastcgi_temp_path {root}/fastcgi; uwsgi_temp_path {root}/uwsgi; scgi_temp_path {root}/scgi;
      \(http)
      }
      """
    scratch.write(files.mapValues(fill))
    scratch.write(["/nginx.conf": fill(main), "/www/index.html": .text("welcome\n")])
    return "\(scratch.path)/nginx.conf"
  }

  private func makeCertificate(_ scratch: Scratch) {
    let made = LocalProgram.run([
      "/usr/bin/openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
      "-nodes", "-subj", "/CN=a.test", "-keyout", "\(scratch.path)/key.pem", "-out",
      "\(scratch.path)/cert.pem",
    ])
    #expect(made.status == 0, "\(made.output)")
  }

  @Test(arguments: NginxCorpus.accepted)
  func `what nginx serves is what was read`(_ test: NginxCorpus.Case) async throws {
    let scratch = Scratch()
    let port = Loopback.freePort()
    let path = write(test.http, test.files, scratch, port: port)
    if test.http.contains("cert.pem") { makeCertificate(scratch) }
    let printed = LocalProgram.run([Self.program, "-T", "-q", "-c", path])
    #expect(printed.status == 0, "\(printed.output)")

    let observation = await CollectorRun.observe("nginx", ["path": .string(path)], on: LocalHost())
    #expect(observation.status == .collected, "\(observation.reason?.en ?? "")")
    let files = printed.output.split(separator: "\n").compactMap { line -> String? in
      guard line.hasPrefix("# configuration file "), line.hasSuffix(":") else { return nil }
      return String(line.dropFirst(21).dropLast())
    }
    let read = observation.sources.filter { $0.kind == .file }.map(\.name)
    #expect(read == files)

    let server = LocalServer([Self.program, "-c", path], folder: scratch.path)
    let isUp = await server.waits { Loopback.isOpen(port) }
    #expect(isUp, "\(server.output)")
    for page in test.pages {
      try expectAnswer(of: page, observation, port)
    }
  }

  private func expectAnswer(
    of page: NginxCorpus.Page, _ observation: Observation, _ port: Int
  ) throws {
    var block = try #require(observation["servers.\(page.server)"])
    if let index = page.location { block = try #require(block["locations"]?.listValue?[index]) }
    let answer = Loopback.headers(of: page.path, host: page.host, port: port)
    let status = try #require(answer[":status"])
    // Without `always` a header stands on answers of these codes only.
    let isPlain = ["200", "201", "204", "206", "301", "302", "303", "304", "307", "308"]
      .contains(status)
    let always = block["headers_always"]?.listValue?.compactMap(\.stringValue) ?? []
    var expected: [String: String] = [:]
    for (name, value) in block["headers"]?.objectValue ?? [:]
    where isPlain || always.contains(name) {
      expected[name] = value.stringValue
    }
    let own: Set<String> = [
      ":status", "server", "date", "content-type", "content-length", "connection", "last-modified",
      "etag", "accept-ranges", "location", "transfer-encoding",
    ]
    #expect(answer.filter { !own.contains($0.key) } == expected, "\(page.path)")
    let tellsVersion = answer["server"]?.contains("/") == true
    #expect((block["server_tokens"] == "on") == tellsVersion)
    let isRedirect = answer["location"]?.hasPrefix("https://") == true
    #expect((observation["servers.\(page.server).redirects_to_https"] == true) == isRedirect)
  }

  @Test(arguments: NginxCorpus.refused)
  func `what nginx refuses has failed`(http: String) async {
    let scratch = Scratch()
    let path = write(http, [:], scratch, port: Loopback.freePort())
    let tested = LocalProgram.run([Self.program, "-t", "-q", "-c", path])
    #expect(tested.status != 0, "\(tested.output)")
    let observation = await CollectorRun.observe("nginx", ["path": .string(path)], on: LocalHost())
    #expect(observation.status == .failed, "\(tested.output)")
    let place = observation.reason?.en.prefix { $0 != " " } ?? ""
    #expect(place.hasPrefix("\(scratch.path)/nginx.conf:"), "\(observation.reason?.en ?? "")")
  }

  @Test func `the configuration that the package installs is read`() async {
    let observation = await CollectorRun.observe("nginx", on: LocalHost())
    #expect(observation.status == .collected, "\(observation.reason?.en ?? "")")
    #expect(observation["servers.0.listen.0.default"] == true)
    let printed = LocalProgram.run([Self.program, "-v"]).output
    #expect(observation["version"]?.stringValue.map { printed.contains($0) } == true)
  }
}
