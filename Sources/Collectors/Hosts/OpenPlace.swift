// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CAugeas
import Chronology
import Diagnostics
import EvidenceModel
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Linux' flag for opening a place only; the C library shows it to GNU programs alone.
let openAsPlace: Int32 = 0o10_000_000

// Within the type below these names mean its own functions.
private func openFile(_ path: String, _ flags: Int32) -> Int32 { open(path, flags) }
private func readFile(_ file: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(file, buffer.baseAddress, buffer.count)
}

/// A file of the machine that is open only as a place (`O_PATH`): opening it touches nothing.
///
/// A pipe or a device can be looked at through it without waking anyone at its other end.
struct OpenPlace: ~Copyable {
  /// The number of the open file.
  let descriptor: Int32

  /// Takes over an open file.
  init(owning descriptor: Int32) { self.descriptor = descriptor }

  deinit { _ = close(descriptor) }

  /// Opens a path of the machine.
  ///
  /// - Parameters:
  ///   - path: a path of the machine, relative to `folder` when that is given.
  ///   - folder: the number of an open folder.
  ///   - name: the path as the host knows it, for errors.
  ///   - followLinks: whether a link at the end is followed.
  static func open(
    _ path: String, in folder: Int32 = AT_FDCWD, name: String, followLinks: Bool
  ) throws(HostError) -> OpenPlace {
    guard !path.utf8.contains(0) else { throw HostError(.notFound, name) }
    let flags = openAsPlace | O_CLOEXEC | (followLinks ? 0 : O_NOFOLLOW)
    let descriptor = openat(folder, path, flags)
    guard descriptor >= 0 else { throw HostError(errno: errno, name) }
    return OpenPlace(owning: descriptor)
  }

  /// Returns what the place is.
  ///
  /// - Parameter name: the path as the host knows it, for errors.
  func status(name: String) throws(HostError) -> FileStatus {
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw HostError(errno: errno, name) }
    var status = Self.status(of: info)
    if status.kind == .symlink { status.linkTarget = try linkTarget(name: name) }
    return status
  }

  /// The number of the file system that the place is on; 0 when it cannot be told.
  var device: UInt64 {
    var info = stat()
    return fstat(descriptor, &info) == 0 ? UInt64(info.st_dev) : 0
  }

  private static func status(of info: stat) -> FileStatus {
    let kind: FileStatus.Kind =
      switch info.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .directory
      case S_IFLNK: .symlink
      default: .other
      }
    return FileStatus(
      kind: kind, permissions: Int(info.st_mode & 0o7777), userID: Int64(info.st_uid),
      groupID: Int64(info.st_gid), size: Int64(info.st_size), modified: instant(info.st_mtim))
  }

  /// Returns an extended attribute; `nil` when the file has none of that name.
  ///
  /// - Parameters:
  ///   - attribute: the name with its class.
  ///   - name: the path as the host knows it, for errors.
  func extendedAttribute(_ attribute: String, name: String) throws(HostError) -> [UInt8]? {
    // The place itself is open as a path only, for which the system has no call of its own.
    let path = "/proc/self/fd/\(descriptor)"
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = bytes.withUnsafeMutableBytes { getxattr(path, attribute, $0.baseAddress, $0.count) }
    if count >= 0 { return Array(bytes[..<count]) }
    switch errno {
    case ENODATA: return nil
    case ENOTSUP, ENOENT: throw HostError(.unsupported, name)
    default: throw HostError(errno: errno, name)
    }
  }

  /// Returns where a link points.
  func linkTarget(name: String) throws(HostError) -> String {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = buffer.withUnsafeMutableBytes { bytes -> Int in
      guard let base = bytes.bindMemory(to: CChar.self).baseAddress else { return 0 }
      return readlinkat(descriptor, "", base, bytes.count)
    }
    guard count >= 0 else { throw HostError(errno: errno, name) }
    return String(decoding: buffer[..<count], as: UTF8.self)
  }

  /// Returns the contents of a regular file.
  ///
  /// The size of a file says nothing about how much can be read: it may grow meanwhile, and files
  /// of `/proc` have the size 0. So reading goes on until the end or past the limit.
  func read(limit: Int, name: String) throws(HostError) -> HostFile {
    let status = try status(name: name)
    guard status.kind == .file else { throw HostError(.notRegularFile, name) }
    guard status.size <= limit else { throw HostError(.tooLarge, name) }
    let file = try reopen(O_RDONLY | O_NONBLOCK | O_NOCTTY, name: name)
    defer { _ = close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: min(max(Int(status.size) + 1, 4_096), 1 << 20))
    while true {
      let count = chunk.withUnsafeMutableBytes { readFile(file, $0) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw HostError(errno: errno, name) }
      if count == 0 { break }
      bytes += chunk[..<count]
      guard bytes.count <= limit else { throw HostError(.tooLarge, name) }
    }
    let isMadeUp = status.size == 0 && !bytes.isEmpty
    return HostFile(path: name, bytes: bytes, modified: isMadeUp ? nil : status.modified)
  }

  /// Returns the names in a folder.
  func list(name: String) throws(HostError) -> [String] {
    let file = try reopen(O_RDONLY | O_DIRECTORY, name: name)
    guard let folder = fdopendir(file) else {
      let code = errno
      _ = close(file)
      throw HostError(errno: code, name)
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Returns what the folder holds, with the file system that each thing is on.
  func entries(name: String) throws(HostError) -> [DirectoryEntry] {
    var entries: [DirectoryEntry] = []
    for entry in try list(name: name) {
      var info = stat()
      guard fstatat(descriptor, entry, &info, AT_SYMLINK_NOFOLLOW) == 0 else {
        // What is gone by now is not there.
        if errno == ENOENT { continue }
        throw HostError(errno: errno, name)
      }
      let status = Self.status(of: info)
      entries.append(DirectoryEntry(name: entry, status: status, device: UInt64(info.st_dev)))
    }
    return entries
  }

  /// Opens the very file of this place for reading, whatever its path names by now.
  private func reopen(_ flags: Int32, name: String) throws(HostError) -> Int32 {
    let file = openFile("/proc/self/fd/\(descriptor)", flags | O_CLOEXEC)
    guard file < 0 else { return file }
    guard errno != ENOENT else {
      // The file is there, for it is open; what is missing is `/proc` itself.
      throw HostError(.failed, name, detail: CollectorMessages.noProcessFolder)
    }
    throw HostError(errno: errno, name)
  }

  /// Returns the time of a file; times that no calendar can show become the nearest one.
  private static func instant(_ time: timespec) -> Instant {
    let seconds = min(max(Int64(time.tv_sec), -62_000_000_000), 253_000_000_000)
    return Instant(seconds: seconds, nanoseconds: Int32(clamping: time.tv_nsec))
  }
}

extension HostError {
  /// The refusal that an error number of the system stands for.
  init(errno code: Int32, _ subject: String) {
    let cause = Errno(rawValue: code)
    let kind: Code =
      switch cause {
      case .noSuchFileOrDirectory, .notDirectory, .noSuchProcess: .notFound
      case .permissionDenied, .notPermitted: .denied
      default: .failed
      }
    // The words of the system are English only; they are quoted as they are.
    let detail = kind == .failed ? LocalizedText(verbatim: cause.description) : nil
    self.init(kind, subject, detail: detail)
  }
}
