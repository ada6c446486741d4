// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// The names of users or groups by their numbers, as local files have them.
struct OwnerNames {
  private var names: [Int64: String] = [:]
  private var numbers: [String: Int64] = [:]

  /// Reads a file of `name:x:number:` lines; without it there are no names.
  init(_ host: any Host, _ path: String = "/etc/passwd") async {
    guard let file = try? await host.read(path) else { return }
    for line in file.bytes.split(separator: 0x0A) {
      let fields = line.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      guard fields.count > 2, let number = Int64(String(decoding: fields[2], as: UTF8.self)) else {
        continue
      }
      let name = String(decoding: fields[0], as: UTF8.self)
      // Of several names of a number the first counts, as in getpwuid(3).
      if names[number] == nil { names[number] = name }
      if numbers[name] == nil { numbers[name] = number }
    }
  }

  /// All numbers that have a name.
  var all: Set<Int64> { Set(names.keys) }

  /// The name of a number.
  func name(of number: Int64) -> String? { names[number] }

  /// The numbers of names, or of numbers as texts; an unknown name has none.
  func numbers(of texts: [String]) -> Set<Int64> {
    Set(texts.compactMap { numbers[$0] ?? Int64($0) })
  }
}
