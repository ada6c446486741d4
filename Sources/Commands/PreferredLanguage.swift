// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Language {
  /// Returns the language that the user wants: `--lang`, else the locale of the environment, else
  /// Chinese.
  ///
  /// It is read before the arguments are parsed, so that help speaks it too.
  package static func preferred(
    arguments: [String], environment: [String: String]
  ) -> Language {
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count,
        let language = Language(rawValue: arguments[index + 1])
      {
        return language
      }
      if argument.hasPrefix("--lang="),
        let language = Language(rawValue: String(argument.dropFirst(7)))
      {
        return language
      }
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }
      .first { !$0.isEmpty }
    return locale?.hasPrefix("en") == true ? .english : .chinese
  }
}
