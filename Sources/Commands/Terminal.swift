// Plumbline
// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
package import Diagnostics

/// Where the program speaks to people and to other programs.
package struct Terminal: Sendable {
  /// The language of what it says.
  package let language: Language
  /// Whether standard output shows colours.
  package let colorsOutput: Bool
  /// Whether standard error shows colours.
  package let colorsErrors: Bool
  /// Whether standard error shows progress: only where a person looks, so that logs stay clean.
  package let showsProgress: Bool
  /// Whether to leave out all but results and errors.
  package let isQuiet: Bool

  /// Creates a terminal; colours only where a person looks, and never with `NO_COLOR` (no-color.org).
  package init(language: Language, isQuiet: Bool, environment: [String: String]) {
    let allowsColor = (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    self.language = language
    self.isQuiet = isQuiet
    colorsOutput = allowsColor && isatty(STDOUT_FILENO) == 1
    let speaksToPerson = isatty(STDERR_FILENO) == 1
    colorsErrors = allowsColor && speaksToPerson
    showsProgress = speaksToPerson && !isQuiet
  }

  /// Whether a person types what is read from standard input.
  static var readsFromPerson: Bool { isatty(STDIN_FILENO) == 1 }

  /// Writes a result to standard output.
  package func write(_ text: String) {
    Self.write(Array(text.utf8), to: STDOUT_FILENO)
  }

  /// Writes bytes to standard output, for machine formats.
  package func write(bytes: [UInt8]) {
    Self.write(bytes, to: STDOUT_FILENO)
  }

  /// Writes a line for people to standard error, unless quiet.
  package func note(_ text: LocalizedText) {
    if !isQuiet { Self.write(Array((text[language] + "\n").utf8), to: STDERR_FILENO) }
  }

  /// Writes a line about what goes on to standard error, if it shows progress.
  package func progress(_ text: LocalizedText) {
    if showsProgress { note(text) }
  }

  /// Writes diagnostics to standard error, those beyond a limit as a number.
  package func report(_ diagnostics: [Diagnostic], limit: Int = 100) {
    var renderer = DiagnosticRenderer(language: language, usesColor: colorsErrors)
    renderer.limit = limit
    Self.write(Array(renderer.render(diagnostics).utf8), to: STDERR_FILENO)
  }

  /// Writes an error that is not about a place in a file to standard error.
  package func fail(_ message: LocalizedText) {
    let label = LocalizedText(zh: "错误", en: "error")[language]
    Self.write(
      Array("plumbline: \(label): \(message[language].sanitizedForTerminal)\n".utf8),
      to: STDERR_FILENO)
  }

  /// Writes a warning that is not about a place in a file to standard error.
  package func warn(_ message: LocalizedText) {
    let label = LocalizedText(zh: "警告", en: "warning")[language]
    Self.write(
      Array("plumbline: \(label): \(message[language].sanitizedForTerminal)\n".utf8),
      to: STDERR_FILENO)
  }

  /// Writes text for people to standard error.
  package func complain(_ text: String) {
    Self.write(Array((text + "\n").utf8), to: STDERR_FILENO)
  }

  /// Returns text for standard output in a terminal style (SGR parameters), or plain.
  package func styled(_ text: String, _ parameters: String) -> String {
    colorsOutput ? "\u{1B}[\(parameters)m\(text)\u{1B}[0m" : text
  }

  /// Writes all bytes; a closed pipe ends the writing quietly.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = writeOnce(descriptor, UnsafeRawBufferPointer(rebasing: rest))
        if count <= 0 { return }
        rest = rest.dropFirst(count)
      }
    }
  }

  private static func writeOnce(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    var count: Int
    repeat {
      #if canImport(Glibc)
        count = Glibc.write(descriptor, bytes.baseAddress, bytes.count)
      #elseif canImport(Musl)
        count = Musl.write(descriptor, bytes.baseAddress, bytes.count)
      #else
        count = Darwin.write(descriptor, bytes.baseAddress, bytes.count)
      #endif
    } while count < 0 && errno == EINTR
    return count
  }
}
