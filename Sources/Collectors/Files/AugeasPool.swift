// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// A parser for each lens, kept for the files that follow.
///
/// Loading a lens takes up to 50 ms and parsing a file hardly any time. A parser serves one caller
/// at a time, for Augeas is not made for threads; to wait is faster than to load the lens again.
final class AugeasPool: Sendable {
  /// The pool of this program.
  static let shared = AugeasPool()

  /// The place of the parser of one lens.
  private final class Place: Sendable {
    let parser = Mutex<AugeasParser?>(nil)
  }

  private let places = Mutex<[String: Place]>([:])

  private init() {}

  /// Returns the nodes of a text; `nil` when Augeas does not start.
  ///
  /// - Parameters:
  ///   - text: the bytes, without a NUL.
  ///   - lens: the lens, such as `Login_defs.lns`.
  ///   - path: the path of the file, for the reason of a failure.
  func parse(_ text: [UInt8], lens: String, path: String) throws(AugeasParser.Failure)
    -> [AugeasParser.Node]?
  {
    let place = places.withLock { places in
      let place = places[lens] ?? Place()
      places[lens] = place
      return place
    }
    return try place.parser.withLock { parser throws(AugeasParser.Failure) in
      if parser == nil { parser = AugeasParser() }
      return try parser?.parse(text, lens: lens, path: path)
    }
  }
}
