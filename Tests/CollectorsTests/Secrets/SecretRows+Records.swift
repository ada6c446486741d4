// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import EvidenceModel

extension SecretRows {
  /// The collectors of `Sources/Collectors/Recovery` and `Sources/Collectors/Network`.
  static let records: [SecretRow] = [
    SecretRow("certificate", ["path": "/etc/tls/*.pem"], showsText: false) { secret in
      MemoryHost([
        "/etc/tls/a.pem": .text("# \(secret.assignment)\n\(secret.text)\n"),
        "/etc/tls/a.key": .text("\(secret.text)\n"), "/etc/tls/b.pem": .text(secret.assignment),
      ])
    },
    register("document", "documents", "- id: a\n  owner: Li Lei\n", "title"),
    register(
      "drill", "drills",
      "- date: 2026-04-16\n  plan: recovery\n  kind: full\n  participants: [Li Lei]\n", "scope"),
    register(
      "incident-log", "incidents",
      "- id: a\n  level: general\n  detected_at: 2026-05-06 23:10\n", "title"),
    register(
      "restore-test", "restore-tests",
      "- date: 2026-10-12\n  succeeded: true\n  participants: [Li Lei]\n", "system"),
  ]

  /// A register with a secret in a text that people write freely, and in a comment.
  private static func register(
    _ collector: String, _ name: String, _ head: String, _ field: String
  ) -> SecretRow {
    SecretRow(collector) { secret in
      let quoted = secret.assignment.replacing("'", with: "''")
      return MemoryHost([
        "/records/\(name).yaml": .text("# \(secret.oneLine)\n\(head)  \(field): '\(quoted)'\n")
      ])
    }
  }
}
