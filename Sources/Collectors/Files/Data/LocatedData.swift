// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// The value of a structured file with the lines that its parts stand on.
struct LocatedData {
  /// The most values of one file.
  static let maximumCount = 100_000
  /// The deepest nesting of lists and objects.
  static let maximumDepth = 60
  /// The largest file in bytes.
  static let maximumSize = 8 << 20

  /// The value.
  private(set) var value: EvidenceValue
  /// The lines of the parts, by their access paths.
  private let lines: [[String]: Int]

  init(_ value: EvidenceValue, lines: [[String]: Int]) {
    self.value = Self.withSecretNumbersAsTexts(value, under: "")
    self.lines = lines
  }

  /// Notes where the parts were read.
  ///
  /// A part on the line of the part around it needs no note of its own: the nearest one counts.
  ///
  /// - Parameters:
  ///   - prefix: where the value stands in that of the collector.
  ///   - source: the index of the file among the sources.
  ///   - trail: takes the notes, in the order of the access paths.
  func note(at prefix: [String], source: Int, _ trail: inout EvidenceTrail) {
    let sorted = lines.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    for (path, line) in sorted where path.isEmpty || enclosingLine(of: path) != line {
      trail.origin(prefix + path, source: source, line: line)
    }
  }

  private func enclosingLine(of path: [String]) -> Int? {
    var path = path
    while !path.isEmpty {
      path.removeLast()
      if let line = lines[path] { return line }
    }
    return nil
  }

  /// Redaction works on texts, so a number that is a secret becomes one.
  private static func withSecretNumbersAsTexts(_ value: EvidenceValue, under name: String)
    -> EvidenceValue
  {
    switch value {
    case .int(let number) where Redactor.isSecret(number, under: name): .string(String(number))
    case .list(let values): .list(values.map { withSecretNumbersAsTexts($0, under: name) })
    case .object(let object): .object(object.mapValues { withSecretNumbersAsTexts($1, under: $0) })
    default: value
    }
  }
}

extension EvidenceObject {
  /// Returns the object with each value made anew.
  fileprivate func mapValues(_ transform: (String, EvidenceValue) -> EvidenceValue) -> Self {
    var result = EvidenceObject()
    for (key, value) in self { result[key] = transform(key, value) }
    return result
  }
}
