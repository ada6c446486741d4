// Plumbline
// SPDX-License-Identifier: Apache-2.0

// The functions of the `regex` library of cel-go, version 0.32.
extension RegularExpression {
  /// Throws unless `extract` can tell which group is meant: the pattern has at most one.
  func requireAtMostOneGroup() throws(FunctionFailure) {
    if groupCount > 1 { throw .tooManyGroups(pattern) }
  }

  /// Returns the first match, or what its only group captured; `nil` when nothing matches or the
  /// group took no part or captured nothing.
  func extract(from text: [UInt8]) throws(FunctionFailure) -> Range<Int>? {
    try requireAtMostOneGroup()
    guard let match = firstMatch(in: text) else { return nil }
    return captured(match)
  }

  /// Returns every match, or what its only group captured where that is not empty.
  func extractAll(from text: [UInt8]) throws(FunctionFailure) -> [Range<Int>] {
    try requireAtMostOneGroup()
    return allMatches(in: text).compactMap { captured($0) }
  }

  private func captured(_ match: Match) -> Range<Int>? {
    guard groupCount == 1 else { return match[0] }
    return match[1].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Returns the text with the first `limit` matches replaced; a negative limit replaces all.
  ///
  /// Throws when the replacement names a group that does not exist or the result is too large.
  func replace(
    in text: [UInt8], with replacement: ReplacementTemplate, limit: Int64 = -1
  ) throws(FunctionFailure) -> [UInt8] {
    try replacement.requireGroups(atMost: groupCount)
    if limit == 0 { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var copied = 0
    for match in allMatches(in: text, limit: limit < 0 ? .max : Int(limit)) {
      guard let whole = match[0] else { continue }
      result += text[copied..<whole.lowerBound]
      replacement.append(to: &result, match: match, of: text)
      copied = whole.upperBound
      guard result.count <= TextBuilder.maximumByteCount else { throw .textTooLong }
    }
    return result + text[copied...]
  }
}
