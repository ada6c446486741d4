// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// The block devices of a running system, as `/sys/dev/block` tells them.
struct BlockDevices {
  /// The deepest stack of devices that is followed.
  private static let depthLimit = 16

  /// Returns whether everything below a device is encrypted.
  ///
  /// - Parameters:
  ///   - number: the number of the device, such as `253:0`.
  ///   - reader: reads the files.
  /// - Returns: `nil` when the kernel tells nothing of the device.
  static func isEncrypted(_ number: String, _ reader: inout HostReader, depth: Int = 0)
    async throws(CollectionFailure) -> Bool?
  {
    let folder = "/sys/dev/block/\(number)"
    guard depth < depthLimit, try await reader.status(folder, followLinks: true) != nil else {
      return nil
    }
    if let id = try await reader.textIfPresent("\(folder)/dm/uuid"),
      id.lines.first?.text.hasPrefix("CRYPT-") == true
    {
      return true
    }
    let slaves = try await reader.list("\(folder)/slaves")
    if slaves.isEmpty { return false }
    for slave in slaves {
      guard let dev = try await reader.textIfPresent("\(folder)/slaves/\(slave)/dev"),
        let number = dev.lines.first?.text, isNumber(number)
      else { return nil }
      let answer = try await isEncrypted(number, &reader, depth: depth + 1)
      if answer != true { return answer }
    }
    return true
  }

  /// Returns the number of the device at a path such as `/dev/dm-1`; `nil` when there is none.
  static func number(ofDevice path: String, _ reader: inout HostReader)
    async throws(CollectionFailure) -> String?
  {
    var name = path.split(separator: "/").last.map(String.init) ?? path
    if let target = try await reader.status(path)?.linkTarget {
      name = target.split(separator: "/").last.map(String.init) ?? name
    }
    let file = try await reader.textIfPresent("/sys/class/block/\(name)/dev")
    return file?.lines.first.flatMap { isNumber($0.text) ? $0.text : nil }
  }

  /// Whether a text is two numbers with a colon.
  static func isNumber(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { UInt32($0) != nil }
  }
}
