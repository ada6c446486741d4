// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// A secret made for the tests, as it stands in a file.
struct PlantedSecret: Sendable, CustomStringConvertible {
  /// What it is to people, for the names of tests.
  let description: String
  /// What the redactor must call it.
  let kind: Redaction.Kind
  /// The text to plant; it may have several lines.
  let text: String
  /// The name of the setting to plant it under: that of a secret where only the name tells.
  let name: String
  /// The parts that must be nowhere in what is written.
  let needles: [String]

  init(
    _ description: String, _ kind: Redaction.Kind, _ text: String, name: String = "note",
    needles: [String]? = nil
  ) {
    self.description = description
    self.kind = kind
    self.text = text
    self.name = name
    self.needles = needles ?? [text]
  }

  /// Whether it is known by its shape wherever it stands.
  var hasShape: Bool { name == "note" }

  /// The text on one line, line breaks as JSON, TOML and programs write them.
  var oneLine: String { text.replacing("\n", with: #"\n"#) }

  /// `name=text` on one line.
  var assignment: String { "\(name)=\(oneLine)" }
}
