// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Rules and facts of the usual kinds and sizes, made here so that nothing has to be downloaded.
enum GeneratedData {
  private static let expressions: [(name: String, cel: String)] = [
    ("equal", #"sshd.port == "22""#),
    ("convert", "int(params.days) >= 30"),
    ("chain", #"sshd.port == "22" && sshd.root == "no" && sshd.tries <= 6 && sshd.x11 == "no""#),
    ("default", #"("banner" in sshd ? sshd.banner : "none") == "none""#),
    ("present", #"has(kernel.aslr) && kernel.aslr == "2""#),
    ("ratio", "double(done) / double(planned) >= 0.9"),
    ("text", #"notice.contains("authorised") && !notice.contains("Ubuntu") && size(notice) > 10"#),
    ("age", #"now - backup.tested < duration("4320h")"#),
    ("allowed", #"sshd.macs.all(m, m in ["hmac-sha2-512", "hmac-sha2-256", "umac-128"])"#),
    ("count", "accounts.filter(a, a.uid == 0).size() == 1"),
    ("modes", #"paths.all(p, p.mode.matches("^0[0-7]{3}$"))"#),
    ("names", #"accounts.map(a, a.name).all(n, n.matches("^[a-z][a-z0-9]*$"))"#),
    ("installed", #"modules.exists(m, m.name == "module450")"#),
    ("absent", #"!modules.exists(m, m.name == "telnet")"#),
    (
      "nested",
      #"nets.filter(n, n.up).all(n, n.ports.exists(p, p.number == 22 && p.from.startsWith("10.")))"#
    ),
    ("unique", "accounts.all(a, accounts.exists_one(b, b.uid == a.uid))"),
  ]

  /// The rules as a JSON file.
  static var rules: Data {
    get throws {
      try JSONSerialization.data(
        withJSONObject: expressions.map { ["name": $0.name, "cel": $0.cel] })
    }
  }

  /// The facts as a JSON file.
  static var facts: Data {
    get throws {
      let ports = [["number": 443, "from": "0.0.0.0/0"], ["number": 22, "from": "10.0.0.0/8"]]
      let facts: [String: Any] = [
        "sshd": [
          "port": "22", "root": "no", "tries": 4, "x11": "no",
          "macs": ["hmac-sha2-512", "hmac-sha2-256"],
        ] as [String: Any],
        "params": ["days": "180"], "kernel": ["aslr": "2"], "done": 95, "planned": 100,
        "notice": "Only authorised staff may use this machine.",
        "now": "2026-11-23T00:00:00Z", "backup": ["tested": "2026-09-01T00:00:00Z"],
        "accounts": (0..<50).map { ["name": "user\($0)", "uid": $0] as [String: Any] },
        "paths": (0..<200).map { ["path": "/etc/\($0)", "mode": "0644"] },
        "modules": (0..<500).map { ["name": "module\($0)", "version": "1.\($0)"] },
        "nets": (0..<8).map { ["name": "eth\($0)", "up": true, "ports": ports] as [String: Any] },
      ]
      return try JSONSerialization.data(withJSONObject: facts)
    }
  }
}
