// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CEL

struct EncodingTests {
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("hello", "aGVsbG8="),
    ("\u{FF}?>", "w78/Pg=="),
  ])
  func `base64`(text: String, encoded: String) throws {
    #expect(Base64.encode(Array(text.utf8)) == Array(encoded.utf8))
    #expect(try Base64.decode(encoded) == Array(text.utf8))
    #expect(try Base64.decode(encoded.replacing("=", with: "")) == Array(text.utf8))
  }

  @Test(arguments: ["a", "Zg=", "Zg===", "Zg==Zg==", "Zm9v====", "Z m8=", "Zm9-", "=", "Zm=8"])
  func `malformed base64 is refused`(text: String) {
    #expect(throws: FunctionFailure.invalidBase64) { try Base64.decode(text) }
  }

  @Test(arguments: [
    ("0640", "0640", true), ("0600", "0640", true), ("0644", "0640", false),
    ("4755", "0755", false),
    ("0o600", "640", true), ("0000", "0", true), ("100640", "0640", true), ("1777", "0777", false),
  ])
  func `a file mode is at most another`(mode: String, limit: String, expected: Bool) throws {
    #expect(try FileMode(octal: mode).isAtMost(FileMode(octal: limit)) == expected)
  }

  @Test(arguments: ["", "0o", "0888", "rw-r--r--", "-644", "12345670", "0x1ff", "6 4"])
  func `other file modes are refused`(text: String) {
    #expect(throws: FunctionFailure.self) { try FileMode(octal: text) }
  }

  @Test func `a file mode as a number is in range`() throws {
    #expect(try FileMode(bits: 0o100644).bits == 0o644)
    #expect(throws: FunctionFailure.fileModeOutOfRange(-1)) { try FileMode(bits: -1) }
    #expect(throws: FunctionFailure.fileModeOutOfRange(65_536)) { try FileMode(bits: 65_536) }
  }
}
