// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Finds many words in a text in one pass, letters of ASCII compared without case.
struct WordFinder: Sendable {
  private let words: [[UInt8]]
  /// The words by their first two bytes; a word of one byte is never looked for.
  private let starts: [UInt16: [Int]]
  /// Whether a word begins with a byte.
  private let isInitial: [Bool]

  init(_ words: [[UInt8]]) {
    self.words = words.map { $0.map(\.lowercased) }
    starts = Dictionary(
      grouping: self.words.indices.filter { [words = self.words] in words[$0].count > 1 },
      by: { [words = self.words] in Self.start(words[$0][0], words[$0][1]) })
    var isInitial = [Bool](repeating: false, count: 256)
    for word in self.words where word.count > 1 { isInitial[Int(word[0])] = true }
    self.isInitial = isInitial
  }

  /// Returns where the words occur, by their numbers, in the order of the text.
  func places(in text: [UInt8]) -> [(word: Int, range: Range<Int>)] {
    var places: [(word: Int, range: Range<Int>)] = []
    text.withUnsafeBufferPointer { text in
      isInitial.withUnsafeBufferPointer { isInitial in
        var place = 0
        while place + 1 < text.count {
          let first = text[place].lowercased
          if isInitial[Int(first)] {
            for word in starts[Self.start(first, text[place + 1].lowercased)] ?? []
            where Self.matches(words[word], UnsafeBufferPointer(rebasing: text[place...])) {
              places.append((word, place..<place + words[word].count))
            }
          }
          place += 1
        }
      }
    }
    return places
  }

  private static func start(_ first: UInt8, _ second: UInt8) -> UInt16 {
    UInt16(first) << 8 | UInt16(second)
  }

  private static func matches(_ word: [UInt8], _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    word.count <= text.count && zip(word, text).allSatisfy { $0 == $1.lowercased }
  }
}

extension UInt8 {
  /// The lower-case letter of an upper-case letter of ASCII; any other byte itself.
  fileprivate var lowercased: UInt8 {
    self >= 0x41 && self <= 0x5A ? self | 0x20 : self
  }
}
