// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// The machine for which a program in the Executable and Linkable Format is built.
enum ELFMachine {
  /// The names that `uname -m` prints, by the number in the header.
  private static let names: [UInt16: String] = [
    0x03: "i686", 0x08: "mips64", 0x15: "ppc64le", 0x16: "s390x", 0x28: "armv7l", 0x3E: "x86_64",
    0xB7: "aarch64", 0xF3: "riscv64", 0x102: "loongarch64", 0x9916: "sw_64",
  ]

  /// Returns the name of the machine; `nil` for what is no such program.
  static func name(of bytes: [UInt8]) -> String? {
    guard bytes.count > 20, bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46]) else { return nil }
    let (first, second) = (UInt16(bytes[18]), UInt16(bytes[19]))
    // The fifth byte tells the order of bytes: 2 stands for the most significant one first.
    let number = bytes[5] == 2 ? first << 8 | second : second << 8 | first
    return names[number]
  }
}
