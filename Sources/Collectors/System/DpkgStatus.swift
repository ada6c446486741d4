// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Reads the status file of dpkg, which holds an entry for each package that was ever installed.
enum DpkgStatus {
  /// Returns the installed packages among some names.
  ///
  /// Only the entries of these names are looked at; of a package installed for several
  /// architectures the first entry counts.
  ///
  /// - Parameters:
  ///   - texts: the contents of the status files.
  ///   - names: the names that are asked for.
  ///   - isAlwaysInstalled: whether an entry without a status is an installed package.
  static func entries(
    in texts: [[UInt8]], names: Set<String>, isAlwaysInstalled: Bool = false
  ) -> [String: PackageEntry] {
    var entries: [String: PackageEntry] = [:]
    for text in texts {
      var number = 0
      var current = Entry()
      for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
        number += 1
        if line.isEmpty {
          current.add(to: &entries, names, isAlwaysInstalled)
          current = Entry()
        } else {
          current.read(line, number)
        }
      }
      current.add(to: &entries, names, isAlwaysInstalled)
    }
    return entries
  }

  /// The entry being read.
  private struct Entry {
    var name: ArraySlice<UInt8>?
    var status: ArraySlice<UInt8>?
    var version: ArraySlice<UInt8>?
    var architecture: ArraySlice<UInt8>?
    var line = 0

    mutating func read(_ text: ArraySlice<UInt8>, _ number: Int) {
      switch text.first {
      case UInt8(ascii: "P"):
        guard let value = Self.value(of: "Package: ", in: text) else { return }
        name = value
        line = number
      case UInt8(ascii: "S"): status = Self.value(of: "Status: ", in: text) ?? status
      case UInt8(ascii: "V"): version = Self.value(of: "Version: ", in: text) ?? version
      case UInt8(ascii: "A"):
        architecture = Self.value(of: "Architecture: ", in: text) ?? architecture
      default: break
      }
    }

    private static func value(of field: String, in text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
      text.starts(with: field.utf8) ? text.dropFirst(field.utf8.count) : nil
    }

    func add(
      to entries: inout [String: PackageEntry], _ names: Set<String>, _ isAlwaysInstalled: Bool
    ) {
      guard let name, let version else { return }
      let key = String(decoding: name, as: UTF8.self)
      guard names.contains(key), entries[key] == nil else { return }
      // The last word of `install ok installed` is what is on the disk.
      let state = status.map { String(decoding: $0, as: UTF8.self).split(separator: " ").last }
      guard isAlwaysInstalled || state == "installed" else { return }
      entries[key] = PackageEntry(
        version: String(decoding: version, as: UTF8.self),
        architecture: String(decoding: architecture ?? [], as: UTF8.self), line: line)
    }
  }
}
