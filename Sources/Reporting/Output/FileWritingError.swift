// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A file that could not be written.
package struct FileWritingError: Error, Hashable, Sendable {
  /// The file that was to be written.
  package let path: String
  /// The system's error number.
  package let code: Int32

  package init(path: String, code: Int32) {
    self.path = path
    self.code = code
  }

  /// What happened, with the system's reason.
  package var message: LocalizedText {
    let reason = String(cString: strerror(code))
    return LocalizedText(
      zh: "无法写入 '\(path)'；\(reason)", en: "'\(path)' cannot be written; \(reason)")
  }
}
