// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import EvidenceModel

/// The lines of several files that match a pattern, without the secrets in them.
///
/// Secrets are looked for in the whole file: a line of a private key, or the group behind
/// `password=`, would not show by itself what it is.
struct TextMatches {
  private let pattern: LinePattern
  private let lineLimit: Int
  private let lengthLimit: Int

  /// The matching lines up to the limit.
  private(set) var lines: [EvidenceValue] = []
  /// How many lines match.
  private(set) var count = 0
  /// How many lines there are.
  private(set) var lineCount = 0
  /// Where the matching lines were read.
  private(set) var origins: [Origin] = []
  /// The parts of lines that are secrets.
  private(set) var secretPaths: Set<[String]> = []

  init(_ pattern: LinePattern, lineLimit: Int, lengthLimit: Int) {
    self.pattern = pattern
    self.lineLimit = lineLimit
    self.lengthLimit = lengthLimit
  }

  /// Adds the matching lines of a file.
  mutating func add(_ file: HostFile, source: Int) {
    var secrets: [Range<Int>]?
    var start = 0
    var number = 0
    while start < file.bytes.count {
      let lineBreak = file.bytes[start...].firstIndex(of: 0x0A) ?? file.bytes.count
      var line = start..<lineBreak
      if !line.isEmpty, file.bytes[line.upperBound - 1] == 0x0D {
        line = line.lowerBound..<line.upperBound - 1
      }
      number += 1
      if let groups = pattern.firstMatch(in: Array(file.bytes[line])) {
        count += 1
        if lines.count < lineLimit {
          let all = secrets ?? Redactor.secretRanges(in: file.bytes)
          secrets = all
          origins.append(Origin(["lines", String(lines.count)], source: source, line: number))
          add(line, number, groups, of: file, all)
        }
      }
      start = lineBreak + 1
    }
    lineCount += number
  }

  private mutating func add(
    _ line: Range<Int>, _ number: Int, _ groups: [Range<Int>?], of file: HostFile,
    _ secrets: [Range<Int>]
  ) {
    let path = ["lines", String(lines.count)]
    let touching = secrets.filter { $0.overlaps(line) }
    // A secret within the line is found in its text again; one of several lines, or one that the
    // limit on the length would cut, is not.
    let shown = line.prefix(lengthLimit)
    if touching.contains(where: {
      $0.lowerBound < line.lowerBound || $0.upperBound > shown.endIndex
    }) {
      secretPaths.insert(path + ["text"])
    }
    var texts: [String] = []
    for (index, group) in groups.dropFirst().enumerated() {
      let range = group.map { line.lowerBound + $0.lowerBound..<line.lowerBound + $0.upperBound }
      let bytes = range.map { file.bytes[$0].prefix(lengthLimit) } ?? []
      texts.append(String(decoding: bytes, as: UTF8.self))
      if let range, touching.contains(where: { $0.overlaps(range) }) {
        secretPaths.insert(path + ["groups", String(index)])
      }
    }
    lines.append([
      "path": .string(file.path), "number": .int(Int64(number)),
      "text": .string(String(decoding: file.bytes[shown], as: UTF8.self)),
      "groups": .strings(texts),
    ])
  }
}
