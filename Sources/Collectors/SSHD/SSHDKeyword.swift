// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import EvidenceModel

/// A setting of the OpenSSH server with its default, as `sshd -T` prints it.
///
/// Defaults are those of OpenSSH 9.2 as built by Debian 12; `sshd_config(5)` lists them. A host on
/// which sshd can be asked says itself what its defaults are.
struct SSHDKeyword {
  /// How the arguments of a setting become its value.
  enum Kind {
    /// One of a few words, which sshd knows in any case.
    case word(String)
    /// A word printed in capitals.
    case capitals(String)
    /// A text.
    case text(String)
    /// A number.
    case number(Int64)
    /// A time in seconds, written like `2m` or `1h30m`.
    case seconds(Int64)
    /// Numbers, each line adding some.
    case numbers([Int64])
    /// Words, each line adding some.
    case words
    /// Words of the first line.
    case firstWords([String])
    /// Texts, each line being one.
    case lines
    /// Names of algorithms, with `+`, `-` and `^` changing the default.
    case algorithms(SSHDAlgorithms)
  }

  /// The keyword in lower case.
  let name: String
  /// How its arguments become a value.
  let kind: Kind
  /// What it sets.
  let zh: String
  /// What it sets.
  let en: String

  /// The type of its value.
  var type: CELType {
    switch kind {
    case .word, .capitals, .text: .string
    case .number, .seconds: .int
    case .numbers: .list(.int)
    case .words, .firstWords, .lines, .algorithms: .list(.string)
    }
  }

  /// Words that sshd prints under another name.
  private static let synonyms = [
    "permitrootlogin": ["prohibit-password": "without-password"],
    "allowtcpforwarding": ["all": "yes"],
    "loglevel": ["SILENT": "QUIET", "DEBUG1": "DEBUG"],
  ]

  /// Returns the name under which a word is known.
  private func canonical(_ word: String) -> EvidenceValue {
    .string(Self.synonyms[name]?[word] ?? word)
  }

  /// Returns the value that lines of a configuration give; `nil` for lines that sshd refuses.
  func value(of entries: [SSHDConfiguration.Entry]) -> EvidenceValue? {
    guard let first = entries.first else { return defaultValue }
    let argument = first.arguments.first ?? ""
    switch kind {
    case .word: return canonical(argument.lowercased())
    case .capitals: return canonical(argument.uppercased())
    case .text: return .string(first.arguments.joined(separator: " "))
    case .number: return SSHDNumbers.integer(argument).map { .int($0) }
    case .seconds: return SSHDNumbers.seconds(argument).map { .int($0) }
    case .numbers:
      let numbers = entries.flatMap(\.arguments).map { SSHDNumbers.port($0) }
      return numbers.contains(nil) ? nil : .list(numbers.compactMap { $0 }.map { .int($0) })
    case .words: return .strings(entries.flatMap(\.arguments))
    case .firstWords: return .strings(first.arguments)
    case .lines: return .strings(entries.map { $0.arguments.joined(separator: " ") })
    case .algorithms(let known): return .strings(known.effect(of: argument))
    }
  }

  /// Returns the value that the lines of `sshd -T` give.
  func printedValue(of lines: [String]) -> EvidenceValue? {
    switch kind {
    case .number, .seconds: lines.first.flatMap { Int64($0) }.map { .int($0) }
    case .numbers: .list(lines.compactMap { Int64($0) }.map { .int($0) })
    case .algorithms:
      .strings(lines.flatMap { $0.split(separator: ",").map(String.init) })
    case .words, .firstWords:
      .strings(lines.flatMap { $0.split(separator: " ").map(String.init) })
    case .lines: .strings(lines)
    case .word, .capitals, .text: lines.first.map(canonical) ?? defaultValue
    }
  }

  private var defaultValue: EvidenceValue {
    switch kind {
    case .word(let word), .capitals(let word), .text(let word): .string(word)
    case .number(let number), .seconds(let number): .int(number)
    case .numbers(let numbers): .list(numbers.map { .int($0) })
    case .words, .lines: []
    case .firstWords(let words): .strings(words)
    case .algorithms(let known): .strings(known.defaults)
    }
  }
}
