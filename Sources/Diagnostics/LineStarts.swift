// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The line table of a source text, made when the first position is asked for.
///
/// Most sources are read without an error, so most never need one.
final class LineStarts: Sendable {
  private let table = Mutex<[Int]?>(nil)

  /// Returns the offset of the first byte of each line; `\n`, `\r\n` and a lone `\r` end a line.
  func offsets(in utf8: [UInt8]) -> [Int] {
    table.withLock { table in
      if let table { return table }
      var starts = [0]
      for (index, byte) in utf8.enumerated() {
        let next = index + 1
        if byte == 0x0A || (byte == 0x0D && !(next < utf8.count && utf8[next] == 0x0A)) {
          starts.append(next)
        }
      }
      table = starts
      return starts
    }
  }
}
