// Plumbline
// SPDX-License-Identifier: Apache-2.0

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Writes files so that a reader sees the old bytes or the new ones, never a part.
///
/// The bytes go to a new file in the same folder, reach the disk, and take the name in one step. A
/// program that stops half-way leaves the old file as it was.
package enum AtomicFileWriter {
  /// Writes a file, taking the place of one that has the name.
  ///
  /// A file that is replaced passes its permissions on; a new one gets `permissions` less the
  /// process's mask. A symbolic link with the name is replaced, not followed.
  ///
  /// - Throws: `FileWritingError`; no temporary file is left then.
  package static func write(
    _ bytes: [UInt8], to path: String, permissions: UInt32 = 0o644
  ) throws(FileWritingError) {
    try write(to: path, permissions: permissions) { write in write(bytes) }
  }

  /// Writes a file piece by piece, taking the place of one that has the name.
  ///
  /// - Parameter produce: hands the pieces to the function that it is given; after the first piece
  ///   that could not be written the others are left out.
  package static func write(
    to path: String, permissions: UInt32 = 0o644, _ produce: (([UInt8]) -> Void) -> Void
  ) throws(FileWritingError) {
    let (descriptor, temporary) = try create(nextTo: path, permissions: permissions)
    do throws(FileWritingError) {
      if let existing = existingPermissions(of: path) { _ = fchmod(descriptor, mode_t(existing)) }
      var failure: FileWritingError?
      produce { bytes in
        guard failure == nil else { return }
        do throws(FileWritingError) {
          try write(bytes, to: descriptor, path: path)
        } catch {
          failure = error
        }
      }
      if let failure { throw failure }
      guard fsync(descriptor) == 0 else { throw FileWritingError(path: path, code: errno) }
    } catch {
      close(descriptor)
      unlink(temporary)
      throw error
    }
    guard close(descriptor) == 0, rename(temporary, path) == 0 else {
      let code = errno
      unlink(temporary)
      throw FileWritingError(path: path, code: code)
    }
    synchronizeFolder(of: path)
  }

  /// Creates a file with a name that nothing has; the number only avoids collisions, it never shows.
  private static func create(
    nextTo path: String, permissions: UInt32
  ) throws(FileWritingError) -> (descriptor: Int32, path: String) {
    let folder = folder(of: path)
    let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.index(after: $0)...] }
    guard !(name ?? path[...]).isEmpty else { throw FileWritingError(path: path, code: EISDIR) }
    for attempt in 0..<1_000 {
      let candidate = "\(folder)/.plumbline-\(getpid())-\(attempt).tmp"
      let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
      let descriptor = open(candidate, flags, mode_t(permissions))
      if descriptor >= 0 { return (descriptor, candidate) }
      guard errno == EEXIST || errno == EINTR else { break }
    }
    throw FileWritingError(path: path, code: errno)
  }

  private static func write(
    _ bytes: [UInt8], to descriptor: Int32, path: String
  ) throws(FileWritingError) {
    var offset = 0
    while offset < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        #if canImport(Darwin)
          Darwin.write(descriptor, buffer.baseAddress! + offset, buffer.count - offset)
        #elseif canImport(Musl)
          Musl.write(descriptor, buffer.baseAddress! + offset, buffer.count - offset)
        #else
          Glibc.write(descriptor, buffer.baseAddress! + offset, buffer.count - offset)
        #endif
      }
      if written > 0 {
        offset += written
      } else if errno != EINTR {
        throw FileWritingError(path: path, code: errno)
      }
    }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "" : String(path[..<slash])
  }

  private static func existingPermissions(of path: String) -> UInt32? {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return UInt32(status.st_mode) & 0o777
  }

  /// Lets the new name reach the disk. Some file systems refuse; the file itself is safe then too.
  private static func synchronizeFolder(of path: String) {
    let folder = folder(of: path)
    let descriptor = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    close(descriptor)
  }
}
