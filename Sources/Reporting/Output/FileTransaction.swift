// Plumbline
// SPDX-License-Identifier: Apache-2.0

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Writes several files that take their names together, once all of them are whole.
///
/// The bytes of each go to a new file in the same folder and reach the disk; `commit` then gives all
/// of them their names. A program that stops before leaves the old files as they were, and a
/// transaction that is not committed leaves no temporary file.
package struct FileTransaction: ~Copyable {
  private struct StagedFile {
    let temporary: String
    let path: String
  }

  private var staged: [StagedFile] = []

  package init() {}

  deinit {
    for file in staged { unlink(file.temporary) }
  }

  /// Stages a file that is to take the place of one that has the name.
  ///
  /// A file that is replaced passes its permissions on; a new one gets `permissions` less the
  /// process's mask. A symbolic link with the name is replaced, not followed.
  package mutating func write(
    _ bytes: [UInt8], to path: String, permissions: UInt32 = 0o644
  ) throws(FileWritingError) {
    try write(to: path, permissions: permissions) { write in write(bytes) }
  }

  /// Stages a file piece by piece.
  ///
  /// - Parameter produce: hands the pieces to the function that it is given; after the first piece
  ///   that could not be written the others are left out.
  package mutating func write(
    to path: String, permissions: UInt32 = 0o644, _ produce: (([UInt8]) -> Void) -> Void
  ) throws(FileWritingError) {
    let existing = try Self.existingPermissions(of: path)
    let (descriptor, temporary) = try Self.create(nextTo: path, permissions: permissions)
    staged.append(StagedFile(temporary: temporary, path: path))
    if let existing { _ = fchmod(descriptor, mode_t(existing)) }
    var failure: FileWritingError?
    produce { bytes in
      guard failure == nil else { return }
      do throws(FileWritingError) {
        try Self.write(bytes, to: descriptor, path: path)
      } catch {
        failure = error
      }
    }
    if failure == nil, fsync(descriptor) != 0 {
      failure = FileWritingError(path: path, code: errno)
    }
    if close(descriptor) != 0, failure == nil {
      failure = FileWritingError(path: path, code: errno)
    }
    if let failure { throw failure }
  }

  /// Gives all files their names, in the order in which they were written.
  package mutating func commit() throws(FileWritingError) {
    while let file = staged.first {
      guard rename(file.temporary, file.path) == 0 else {
        throw FileWritingError(path: file.path, code: errno)
      }
      staged.removeFirst()
      Self.synchronizeFolder(of: file.path)
    }
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

  /// Returns the permissions of the file that is to be replaced; a folder cannot be.
  private static func existingPermissions(of path: String) throws(FileWritingError) -> UInt32? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    if status.st_mode & S_IFMT == S_IFDIR { throw FileWritingError(path: path, code: EISDIR) }
    return status.st_mode & S_IFMT == S_IFREG ? UInt32(status.st_mode) & 0o777 : nil
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
