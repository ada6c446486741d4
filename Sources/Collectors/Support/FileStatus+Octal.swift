// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

extension FileStatus {
  /// The permission bits as four octal digits.
  var octalPermissions: String {
    let digits = String(permissions, radix: 8)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
