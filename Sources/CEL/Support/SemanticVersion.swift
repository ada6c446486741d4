// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// A version after Semantic Versioning 2.0.0; build metadata take no part in comparison.
struct SemanticVersion: Sendable {
  /// The major, minor and patch number.
  let numbers: (major: Int64, minor: Int64, patch: Int64)
  /// The identifiers of the pre-release, none for a release.
  private let prerelease: [Identifier]
  /// The version as written, normalized when that was asked for.
  let text: String

  private enum Identifier: Sendable {
    /// Digits without leading zeros, of any number.
    case number([UInt8])
    /// Letters, digits and hyphens.
    case name([UInt8])
  }

  /// Parses `1.2.3-rc.1+build`.
  ///
  /// Normalizing drops a leading `v` and leading zeros of the three numbers, and takes missing minor
  /// and patch numbers for 0 when neither pre-release nor build follow.
  init(_ text: String, normalizing: Bool = false) throws(FunctionFailure) {
    guard let bytes = normalizing ? SemanticVersion.normalized(text) : Array(text.utf8) else {
      throw .invalidSemanticVersion(text)
    }
    let plus = bytes.firstIndex(of: UInt8(ascii: "+")) ?? bytes.endIndex
    let hyphen = bytes[..<plus].firstIndex(of: UInt8(ascii: "-")) ?? plus
    let numbers = bytes[..<hyphen].split(separator: .dot, omittingEmptySubsequences: false)
      .map { $0.isNumber ? Int64(digits: $0) : nil }
    guard numbers.count == 3, let major = numbers[0], let minor = numbers[1],
      let patch = numbers[2],
      let prerelease = hyphen < plus
        ? SemanticVersion.identifiers(bytes[(hyphen + 1)..<plus], leadingZeros: false) : [],
      plus == bytes.endIndex
        || SemanticVersion.identifiers(bytes[(plus + 1)...], leadingZeros: true) != nil
    else { throw .invalidSemanticVersion(text) }
    self.numbers = (major, minor, patch)
    self.prerelease = prerelease
    self.text = String(decoding: bytes, as: UTF8.self)
  }

  private static func identifiers(_ bytes: ArraySlice<UInt8>, leadingZeros: Bool) -> [Identifier]? {
    var result: [Identifier] = []
    for part in bytes.split(separator: .dot, omittingEmptySubsequences: false) {
      guard !part.isEmpty, part.allSatisfy({ $0.isDigit || $0.isLetter || $0 == .hyphen }) else {
        return nil
      }
      if part.allSatisfy(\.isDigit) {
        guard leadingZeros || part.isNumber else { return nil }
        result.append(.number(Array(part)))
      } else {
        result.append(.name(Array(part)))
      }
    }
    return result
  }

  private static func normalized(_ text: String) -> [UInt8]? {
    var bytes = Array(text.utf8)[...]
    if bytes.first == UInt8(ascii: "v") { bytes.removeFirst() }
    let core = bytes.prefix { $0.isDigit || $0 == .dot }
    var numbers = core.split(separator: .dot, omittingEmptySubsequences: false).map { number in
      number.count > 1 ? Array(number.drop { $0 == .zero }) : Array(number)
    }
    let rest = bytes[core.endIndex...]
    guard numbers.count == 3 || rest.isEmpty else { return nil }
    numbers = zip(numbers, core.split(separator: .dot, omittingEmptySubsequences: false))
      .map { $0.isEmpty && !$1.isEmpty ? [.zero] : $0 }
    while numbers.count < 3 { numbers.append([.zero]) }
    return Array(numbers.joined(separator: [.dot])) + rest
  }
}

extension SemanticVersion: Comparable {
  static func == (a: SemanticVersion, b: SemanticVersion) -> Bool { a.compared(to: b) == 0 }

  static func < (a: SemanticVersion, b: SemanticVersion) -> Bool { a.compared(to: b) < 0 }

  /// Returns -1, 0 or 1 by precedence (clause 11 of the specification).
  func compared(to other: SemanticVersion) -> Int {
    if numbers != other.numbers { return numbers < other.numbers ? -1 : 1 }
    if prerelease.isEmpty != other.prerelease.isEmpty { return prerelease.isEmpty ? 1 : -1 }
    for (a, b) in zip(prerelease, other.prerelease) {
      let order = SemanticVersion.compare(a, b)
      if order != 0 { return order }
    }
    return (prerelease.count - other.prerelease.count).signum()
  }

  private static func compare(_ a: Identifier, _ b: Identifier) -> Int {
    switch (a, b) {
    case (.number(let a), .number(let b)):
      // Without leading zeros the longer number is the greater.
      a.count != b.count ? (a.count - b.count).signum() : a.compared(to: b)
    case (.name(let a), .name(let b)): a.compared(to: b)
    case (.number, .name): -1
    case (.name, .number): 1
    }
  }
}

extension UInt8 {
  fileprivate static let dot = UInt8(ascii: ".")
  fileprivate static let hyphen = UInt8(ascii: "-")
  fileprivate static let zero = UInt8(ascii: "0")
}

extension Collection<UInt8> {
  /// Whether these are digits without a leading zero.
  fileprivate var isNumber: Bool {
    !isEmpty && allSatisfy(\.isDigit) && (count == 1 || first != .zero)
  }
}
