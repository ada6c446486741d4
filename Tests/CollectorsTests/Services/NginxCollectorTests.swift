// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import Diagnostics
import EvidenceModel
import Testing
import TestSupport

struct NginxCollectorTests {
  private static let debian: [String: MemoryHost.Entry] = [
    "/var/lib/dpkg/status": .text(
      "Package: nginx-common\nStatus: install ok installed\nVersion: 1.22.1-9+deb12u3\n\n"),
    "/etc/nginx/nginx.conf": .text(
      """
      user www-data;
      events { }
      http {
        ssl_prefer_server_ciphers on;
        add_header X-Frame-Options DENY;
        include /etc/nginx/sites-enabled/*;
      }
      """),
    "/etc/nginx/sites-available/shop": .text(
      """
      server {
        listen 443 ssl http2 default_server;
        listen [::]:443 ssl;
        server_name shop.example www.shop.example;
        ssl_certificate ssl/shop.pem;
        ssl_certificate_key /etc/ssl/private/shop.key;
        location /api {
          add_header Strict-Transport-Security "max-age=63072000" always;
          proxy_pass http://user:hunter22@10.0.0.8:8080;
        }
      }
      """),
    "/etc/nginx/sites-enabled/shop": .link("../sites-available/shop"),
  ]

  @Test func `settings come from where they take effect, with their lines`() async {
    let observation = await CollectorRun.observe("nginx", on: MemoryHost(Self.debian))
    #expect(observation.status == .collected, "\(observation.reason?.en ?? "")")
    #expect(observation["version"] == "1.22.1")
    #expect(observation["user"] == "www-data")
    #expect(observation["servers.0.names"] == ["shop.example", "www.shop.example"])
    #expect(
      observation["servers.0.listen.1"] == [
        "address": "::", "port": 443, "tls": true, "http2": false, "default": true,
      ])
    #expect(observation["servers.0.ssl_protocols"] == ["TLSv1", "TLSv1.1", "TLSv1.2"])
    #expect(
      observation.origin("servers", "0", "ssl_protocols") == "/etc/nginx/sites-enabled/shop:1")
    #expect(observation["servers.0.ssl_prefer_server_ciphers"] == true)
    #expect(
      observation.origin("servers", "0", "ssl_prefer_server_ciphers") == "/etc/nginx/nginx.conf:4")
    #expect(observation["servers.0.ssl_certificate"] == ["/etc/nginx/ssl/shop.pem"])
    #expect(observation["servers.0.headers"] == ["x-frame-options": "DENY"])
    #expect(observation["servers.0.hsts_max_age"] == nil)
    #expect(observation["servers.0.locations.0.hsts_max_age"] == 63_072_000)
    #expect(
      observation["servers.0.locations.0.headers"]
        == ["strict-transport-security": "max-age=63072000"])
    #expect(
      observation.origin("servers", "0", "locations", "0", "hsts_max_age")
        == "/etc/nginx/sites-enabled/shop:8")
  }

  @Test func `a password on the way to a backend is taken out`() async {
    let observation = await CollectorRun.observe("nginx", on: MemoryHost(Self.debian))
    #expect(
      observation["servers.0.locations.0.proxy_pass"]
        == "http://user:[redacted:password:8]@10.0.0.8:8080")
    #expect(observation.redactions.map(\.kind) == [.password])
  }

  @Test(arguments: [
    ("1.9.0", ["SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2"]),
    ("1.18.0", ["TLSv1", "TLSv1.1", "TLSv1.2"]),
    ("1.24.0", ["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"]), ("1.28.0", ["TLSv1.2", "TLSv1.3"]),
  ])
  func `versions of TLS are those of the version of nginx`(version: String, protocols: [String])
    async
  {
    let host = MemoryHost([
      "/var/lib/dpkg/status": .text(
        "Package: nginx\nStatus: install ok installed\nVersion: \(version)-1\n\n"),
      "/etc/nginx/nginx.conf": .text("events { } http { server { listen 443 ssl; } }"),
    ])
    let observation = await CollectorRun.observe("nginx", on: host)
    #expect(observation["servers.0.ssl_protocols"] == .strings(protocols))
  }

  @Test func `configurations that include each other without end have failed`() async {
    let path: [String: EvidenceValue] = ["path": "/n.conf"]
    let host = MemoryHost(["/n.conf": .text("include /n.conf;")])
    let observation = await CollectorRun.observe("nginx", path, on: host)
    #expect(observation.status == .failed)
    let fork = MemoryHost(["/n.conf": .text("include /n.con[f]; include /n.con[f];")])
    #expect(await CollectorRun.observe("nginx", path, on: fork).status == .failed)
    let deep = MemoryHost(["/n.conf": .text(String(repeating: "http {", count: 100_000))])
    #expect(await CollectorRun.observe("nginx", path, on: deep).status == .failed)
  }

  @Test func `a file that may not be read is denied`() async {
    var entries = Self.debian
    entries["/etc/nginx/sites-available/shop"] = .refused(.denied)
    #expect(await CollectorRun.observe("nginx", on: MemoryHost(entries)).status == .denied)
  }

  @Test func `Lua code of OpenResty is left alone`() async {
    let lua = "content_by_lua_block { if a then ngx.say('}') end -- } {\n t = {1} }"
    let host = MemoryHost([
      "/usr/local/openresty/nginx/conf/nginx.conf": .text(
        "events {} http { server { location / { \(lua) add_header X 1; } } }")
    ])
    let observation = await CollectorRun.observe("nginx", on: host)
    #expect(observation["servers.0.locations.0.headers"] == ["x": "1"])
  }
}
