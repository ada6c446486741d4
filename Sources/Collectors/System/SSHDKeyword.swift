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
    case algorithms([String])
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
  ]

  /// Returns the value that lines of a configuration give; `nil` when sshd would refuse them.
  func value(of entries: [SSHDConfiguration.Entry]) -> EvidenceValue? {
    guard let first = entries.first else { return defaultValue }
    let argument = first.arguments.first ?? ""
    switch kind {
    case .word:
      let word = argument.lowercased()
      return .string(Self.synonyms[name]?[word] ?? word)
    case .capitals: return .string(argument.uppercased())
    case .text: return .string(first.arguments.joined(separator: " "))
    case .number: return Int64(argument).map { .int($0) }
    case .seconds: return Self.seconds(argument).map { .int($0) }
    case .numbers:
      let numbers = entries.flatMap(\.arguments).map { Int64($0) }
      return numbers.contains(nil) ? nil : .list(numbers.compactMap { $0 }.map { .int($0) })
    case .words: return .strings(entries.flatMap(\.arguments))
    case .firstWords: return .strings(first.arguments)
    case .lines: return .strings(entries.map { $0.arguments.joined(separator: " ") })
    case .algorithms(let defaults): return .strings(Self.algorithms(argument, defaults))
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
    case .word, .capitals, .text: lines.first.map { .string($0) } ?? defaultValue
    }
  }

  private var defaultValue: EvidenceValue {
    switch kind {
    case .word(let word), .capitals(let word), .text(let word): .string(word)
    case .number(let number), .seconds(let number): .int(number)
    case .numbers(let numbers): .list(numbers.map { .int($0) })
    case .words, .lines: []
    case .firstWords(let words), .algorithms(let words): .strings(words)
    }
  }

  /// Reads a time such as `90`, `2m` or `1h30m` in seconds; `none` and `0` mean no limit.
  static func seconds(_ text: String) -> Int64? {
    if text.lowercased() == "none" { return 0 }
    let factors: [Character: Int64] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400, "w": 604_800]
    var total: Int64 = 0
    var rest = text.lowercased()[...]
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count)
      guard let number = Int64(digits), number < 1 << 31, let factor = factors[rest.first ?? "s"]
      else { return nil }
      rest = rest.dropFirst()
      total += number * factor
      guard total < 1 << 31 else { return nil }
    }
    return text.isEmpty ? nil : total
  }

  /// Returns the algorithms that a list with a sign in front makes of the default.
  static func algorithms(_ text: String, _ defaults: [String]) -> [String] {
    let sign = text.first
    let isChange = sign == "+" || sign == "-" || sign == "^"
    let names = (isChange ? text.dropFirst() : text[...]).split(separator: ",").map(String.init)
    let isNamed = { (algorithm: String) in names.contains { GlobPattern.matches(algorithm, $0) } }
    switch sign {
    case "+": return defaults + names.filter { !defaults.contains($0) }
    case "-": return defaults.filter { !isNamed($0) }
    case "^": return names + defaults.filter { !isNamed($0) }
    default: return names
    }
  }
}
