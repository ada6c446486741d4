// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Measures how deep the elements of an XML text nest, before anything is built of it.
enum XMLDepth {
  /// Returns the line of the first element deeper than a limit; `nil` when none is.
  static func line(in text: [UInt8], deeperThan limit: Int) -> Int? {
    var depth = 0
    var offset = 0
    while let sign = text[offset...].firstIndex(of: UInt8(ascii: "<")) {
      let rest = text[sign...]
      if let end = skipped(rest) {
        offset = end
        continue
      }
      let close = rest.firstIndex(of: UInt8(ascii: ">")) ?? text.count
      if rest.dropFirst().first == UInt8(ascii: "/") {
        depth -= 1
      } else if text[close - 1] != UInt8(ascii: "/") {
        depth += 1
        if depth > limit { return 1 + text[..<sign].count { $0 == 0x0A } }
      }
      offset = sign + 1
    }
    return nil
  }

  /// Returns the end of a comment, a CDATA section or an instruction that starts here.
  private static func skipped(_ rest: ArraySlice<UInt8>) -> Int? {
    for (start, end) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
    where rest.starts(with: start.utf8) {
      var offset = rest.startIndex + start.utf8.count
      while offset < rest.endIndex {
        if rest[offset...].starts(with: end.utf8) { return offset + end.utf8.count }
        offset += 1
      }
      return rest.endIndex
    }
    return rest.starts(with: "<!".utf8) ? rest.startIndex + 2 : nil
  }
}
