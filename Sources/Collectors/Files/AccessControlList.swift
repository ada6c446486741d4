// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// The POSIX access control list of a file, from the attribute that the kernel keeps it in.
///
/// The form is that of `linux/posix_acl_xattr.h`: a version, then entries of tag, permissions and
/// number, all little-endian.
struct AccessControlList {
  /// The attribute that holds it.
  static let attribute = "system.posix_acl_access"

  /// The entries as `getfacl` writes them, such as `user:shop:rw-`.
  let entries: [String]

  /// Reads the attribute; `nil` when it is malformed.
  ///
  /// - Parameters:
  ///   - bytes: the attribute.
  ///   - users: the names of users.
  ///   - groups: the names of groups.
  init?(_ bytes: [UInt8], users: OwnerNames, groups: OwnerNames) {
    guard bytes.count >= 4, bytes.count % 8 == 4, bytes.littleEndian(at: 0, count: 4) == 2 else {
      return nil
    }
    var entries: [String] = []
    for offset in stride(from: 4, to: bytes.count, by: 8) {
      let permissions = bytes.littleEndian(at: offset + 2, count: 2)
      let number = Int64(bytes.littleEndian(at: offset + 4, count: 4))
      let subject: String
      switch bytes.littleEndian(at: offset, count: 2) {
      case 0x01: subject = "user:"
      case 0x02: subject = "user:\(users.name(of: number) ?? String(number))"
      case 0x04: subject = "group:"
      case 0x08: subject = "group:\(groups.name(of: number) ?? String(number))"
      case 0x10: subject = "mask:"
      case 0x20: subject = "other:"
      default: return nil
      }
      let letters = zip("rwx", [4, 2, 1] as [UInt64]).map { letter, bit in
        permissions & bit == 0 ? "-" : String(letter)
      }
      entries.append("\(subject):\(letters.joined())")
    }
    self.entries = entries
  }
}

extension [UInt8] {
  /// The number that bytes stand for, the lowest first; bytes past the end count as 0.
  func littleEndian(at offset: Int, count: Int) -> UInt64 {
    (0..<count).reversed().reduce(0) { value, index in
      let place = offset + index
      return value << 8 | UInt64(indices.contains(place) ? self[place] : 0)
    }
  }
}
