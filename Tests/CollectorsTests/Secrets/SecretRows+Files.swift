// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import EvidenceModel

extension SecretRows {
  /// The collectors of `Sources/Collectors/Files`.
  static let files: [SecretRow] = [
    SecretRow("config", ["path": "/etc/app.conf", "lens": "Simplevars.lns"]) { secret in
      MemoryHost(["/etc/app.conf": .text("# \(secret.assignment)\n\(secret.assignment)\n")])
    },
    SecretRow("csv", ["path": "/srv/a.csv"]) { secret in
      let field = secret.text.replacing("\"", with: "\"\"")
      let line = secret.assignment.replacing("\"", with: "\"\"")
      return MemoryHost([
        "/srv/a.csv": .text("line,\(secret.name)\n\"\(line)\",\"\(field)\"\n")
      ])
    },
    SecretRow("directory", ["path": "/srv"]) { secret in
      let name = secret.assignment.contains("/") ? "a" : secret.assignment
      return MemoryHost([
        "/srv/\(name)": .text(secret.text),
        "/srv/link": .link(secret.assignment),
      ])
    },
    SecretRow("env-file", ["path": "/srv/.env"]) { secret in
      MemoryHost(["/srv/.env": .text("# \(secret.oneLine)\n\(secret.name)='\(secret.text)'\n")])
    },
    SecretRow("file", ["path": "/etc/app.key"], showsText: false) { secret in
      MemoryHost(["/etc/app.key": .text(secret.text)])
    },
    SecretRow("ini", ["path": "/etc/app.ini"]) { secret in
      let line = "\(secret.name) = \"\(secret.oneLine)\""
      return MemoryHost([
        "/etc/app.ini": .text("; \(secret.oneLine)\n[a]\n\(line)\nargs = --\(secret.assignment)\n")
      ])
    },
    SecretRow("json", ["path": "/etc/app.json"]) { secret in
      let value: EvidenceValue = [
        "a": [.object(named(secret)), "list", .string("see \(secret.text)")],
        "env": [["name": .string(secret.name), "value": .string(secret.text)]],
        "line": .string(secret.assignment),
      ]
      return MemoryHost([
        "/etc/app.json": .text(CanonicalJSON.text(of: shapes(of: value, secret)))
      ])
    },
    SecretRow("text", ["path": "/etc/app.conf", "pattern": "(.{8,})"]) { secret in
      MemoryHost(["/etc/app.conf": .text("key: x\n\(secret.name) = \(secret.text)\n# end\n")])
    },
    SecretRow("toml", ["path": "/etc/app.toml"]) { secret in
      let line = "\(secret.name) = '\(secret.assignment)'"
      return MemoryHost([
        "/etc/app.toml": .text(
          "# \(secret.oneLine)\n[[a.b]]\n\(secret.name) = \"\"\"\(secret.text)\"\"\"\n[c]\n\(line)\n"
        )
      ])
    },
    SecretRow("xml", ["path": "/etc/app.xml"]) { secret in
      let escaped = secret.text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      return MemoryHost([
        "/etc/app.xml": .text(
          """
          <a><!-- \(secret.oneLine.replacing("--", with: "++")) -->
          <\(secret.name)>\(escaped)</\(secret.name)>
          <property name="\(secret.name)" value="\(escaped.replacing("\n", with: "&#10;"))"/>
          </a>
          """)
      ])
    },
    SecretRow("yaml", ["path": "/etc/app.yaml"]) { secret in
      let block = secret.text.replacing("\n", with: "\n    ")
      return MemoryHost([
        "/etc/app.yaml": .text(
          "# \(secret.oneLine)\na:\n  \(secret.name): |\n    \(block)\nb: '\(secret.assignment)'\n")
      ])
    },
  ]

  /// An object that holds a secret under its name.
  private static func named(_ secret: PlantedSecret) -> EvidenceObject {
    [secret.name: .string(secret.text)]
  }

  /// Takes out what only its name tells, where it stands without the name.
  private static func shapes(of value: EvidenceValue, _ secret: PlantedSecret) -> EvidenceValue {
    guard !secret.hasShape, case .object(var object) = value else { return value }
    object["a"] = [.object(named(secret))]
    return .object(object)
  }
}
