// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Values of HTTP headers.
enum HTTPHeader {
  /// Returns the `max-age` of a Strict-Transport-Security header in seconds; `nil` when there is
  /// none, for then browsers ignore the header.
  static func maximumAge(_ header: String) -> Int64? {
    for part in header.split(separator: ";") {
      let words = part.split(separator: "=", maxSplits: 1).map { word in
        word.filter { $0 != " " && $0 != "\"" && $0 != "\t" }.lowercased()
      }
      if words.count == 2, words[0] == "max-age" { return Int64(words[1]) }
    }
    return nil
  }
}
