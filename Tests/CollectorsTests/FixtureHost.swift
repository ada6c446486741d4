// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import EvidenceModel

/// The machines in the folder of fixtures.
enum FixtureHost {
  /// The folder of a machine.
  static func open(_ name: String) throws -> RootDirectoryHost {
    let folder = String(#filePath).split(separator: "/").dropLast().joined(separator: "/")
    return try RootDirectoryHost("/\(folder)/Fixtures/\(name)")
  }
}

extension Observation {
  /// The part of the value at a path such as `users.3.name`, for expectations.
  subscript(path: String) -> EvidenceValue? {
    value?[path: path.split(separator: ".").map(String.init)]
  }

  /// Where the part at an access path was read, such as `/etc/passwd:4`.
  func origin(_ path: String...) -> String? { origin(of: path)?.description }
}
