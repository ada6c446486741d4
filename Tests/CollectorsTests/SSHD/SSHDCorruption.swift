// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Makes configurations by damaging a line of one that OpenSSH takes.
struct SSHDCorruption {
  private var state: UInt64

  /// The same seed makes the same configurations.
  init(seed: UInt64) { state = seed }

  /// Returns the next configuration.
  mutating func next() -> String {
    var lines = pick(SSHDCorpus.accepted).split(separator: "\n").map(String.init)
    if lines.isEmpty { lines = ["PermitRootLogin no"] }
    let index = number(below: lines.count)
    lines[index] = damaged(lines[index])
    return lines.joined(separator: "\n") + "\n"
  }

  private mutating func damaged(_ line: String) -> String {
    var letters = Array(line)
    guard !letters.isEmpty else { return pick(Self.words) }
    let place = number(below: letters.count)
    switch number(below: 8) {
    case 0: letters.remove(at: place)
    case 1: letters.insert(letters[place], at: place)
    case 2: letters.swapAt(place, min(place + 1, letters.count - 1))
    case 3: letters.insert(pick(Self.signs), at: place)
    case 4: letters[place] = pick(Self.signs)
    case 5: return line + " " + pick(Self.words)
    case 6: return line.split(separator: " ").dropLast().joined(separator: " ")
    default:
      let words = line.split(separator: " ")
      return words.dropLast().joined(separator: " ") + " " + pick(Self.words)
    }
    return String(letters)
  }

  private static let signs: [Character] = Array("\"'=#,*!:/@- \\09kx\t")
  private static let words = [
    "yes", "no", "none", "any", "all", "0", "1", "-1", "007", "4294967296", "5m", "1h30", "x",
    "\"\"", "'", "#", "aes256-ctr", "+hmac-sha2-256", "ssh-ed25519", "10.0.0.0/8", "a@10.0.0.1/8",
    "/etc/issue", "publickey", "Match", "default", "\\", "=",
  ]

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[number(below: elements.count)]
  }

  /// A number of the SplitMix64 sequence.
  private mutating func number(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((bits ^ (bits >> 31)) % UInt64(limit))
  }
}
