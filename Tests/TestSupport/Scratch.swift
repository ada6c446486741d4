// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Collectors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A folder of this machine that is gone after the test.
package final class Scratch: Sendable {
  /// The path of the folder.
  package let path: String

  package init() {
    var template = Array("/tmp/plumbline-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { fatalError("no folder for a test: \(errno)") }
    path = String(cString: made)
  }

  deinit { Self.erase(path) }

  /// Removes a path and all below it; links are removed, not followed.
  private static func erase(_ path: String) {
    guard unlink(path) != 0 else { return }
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { erase("\(path)/\(name)") }
      }
      closedir(folder)
    }
    _ = remove(path)
  }

  /// Writes things below the folder, by their paths in it.
  package func write(_ entries: [String: MemoryHost.Entry]) {
    for (name, entry) in entries.sorted(by: { $0.key < $1.key }) {
      Self.write(entry, to: path + name)
    }
  }

  /// Makes a file, link, folder or pipe, and the folders above it.
  static func write(_ entry: MemoryHost.Entry, to path: String) {
    let names = path.split(separator: "/")
    for count in 1..<max(1, names.count) {
      mkdir("/" + names[..<count].joined(separator: "/"), 0o755)
    }
    switch entry {
    case .file(let bytes, let permissions, _, _): write(bytes, permissions, to: path)
    case .text(let text): write(Array(text.utf8), 0o644, to: path)
    case .link(let target): symlink(target, path)
    case .directory: mkdir(path, 0o755)
    case .device: mkfifo(path, 0o600)
    case .refused: write([], 0, to: path)
    }
  }

  private static func write(_ bytes: [UInt8], _ permissions: Int, to path: String) {
    guard let file = fopen(path, "w") else { fatalError("no file for a test: \(path)") }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
    chmod(path, mode_t(permissions))
  }
}
