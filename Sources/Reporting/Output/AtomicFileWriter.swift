// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Writes a file so that a reader sees the old bytes or the new ones, never a part.
package enum AtomicFileWriter {
  /// Writes a file, taking the place of one that has the name.
  ///
  /// - Throws: `FileWritingError`; the old file is as it was then.
  package static func write(
    _ bytes: [UInt8], to path: String, permissions: UInt32 = 0o644
  ) throws(FileWritingError) {
    var transaction = FileTransaction()
    try transaction.write(bytes, to: path, permissions: permissions)
    try transaction.commit()
  }
}
