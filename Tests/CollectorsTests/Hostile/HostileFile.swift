// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import EvidenceModel
import TestSupport

/// Something that a collector may find where it expects a file.
struct HostileFile: Sendable, CustomStringConvertible {
  let description: String
  /// What stands at the path, and beside it.
  let entries: @Sendable (_ path: String) -> [String: MemoryHost.Entry]
  /// Whether reading works for collectors that take any text.
  let isText: Bool
  /// Whether it takes long to read in the many places where a system has files.
  let isLarge: Bool

  init(
    _ description: String, isText: Bool = false, isLarge: Bool = false,
    _ entries: @escaping @Sendable (_ path: String) -> [String: MemoryHost.Entry]
  ) {
    self.description = description
    self.isText = isText
    self.isLarge = isLarge
    self.entries = entries
  }

  /// All of them.
  static let all: [HostileFile] = [
    HostileFile("a link to itself") { [$0: .link($0)] },
    HostileFile("two links in a circle") { [$0: .link("\($0).b"), "\($0).b": .link($0)] },
    HostileFile("a link to the folder around it") { [$0: .link(".")] },
    HostileFile("a link to nothing") { [$0: .link("/nothing/here")] },
    HostileFile("a link out of the root") { [$0: .link("../../../../../../../../etc/passwd")] },
    HostileFile("a chain of 60 links") { path in
      var entries: [String: MemoryHost.Entry] = [path: .link("\(path).0")]
      for index in 0..<60 { entries["\(path).\(index)"] = .link("\(path).\(index + 1)") }
      entries["\(path).60"] = .text("a=b\n")
      return entries
    },
    HostileFile("a pipe") { [$0: .device] },
    HostileFile("a folder") { ["\($0)/below": .text("a=b\n")] },
    HostileFile("a line of 10 MB", isText: true, isLarge: true) {
      [$0: .file(Array(repeating: UInt8(ascii: "a"), count: 10 << 20))]
    },
    HostileFile("10 MB of brackets", isText: true, isLarge: true) {
      [$0: .file(Array(repeating: UInt8(ascii: "["), count: 10 << 20))]
    },
    HostileFile("20,000 nested elements", isText: true) {
      [
        $0: .text(
          String(repeating: "<a>", count: 20_000) + String(repeating: "</a>", count: 20_000))
      ]
    },
    HostileFile("an empty line two million times", isText: true, isLarge: true) {
      [$0: .file(Array(repeating: 0x0A, count: 2_000_000))]
    },
    HostileFile("invalid UTF-8", isText: true) {
      [$0: .file(Array("a=\u{FF}".utf8) + [0xC0, 0x80, 0xFF, 0xED, 0xA0, 0x80, 0x0A])]
    },
    HostileFile("NUL bytes") { [$0: .file(Array("a=b\0c\n\0".utf8))] },
    HostileFile("a file with holes of 1 TB") { [$0: .text("")] },
  ]

  /// Writes it below a folder of this machine.
  func write(to path: String, in scratch: Scratch) {
    scratch.write(entries(path))
    if description.hasPrefix("a file with holes") {
      _ = RealTool.output("truncate -s 1T \(scratch.path)\(path)")
    }
  }
}
