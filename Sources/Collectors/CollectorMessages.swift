// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Why evidence was not collected, in words for the reader of a report.
enum CollectorMessages {
  static let noCommandsInFolder = LocalizedText(
    zh: "离线文件上不能运行命令", en: "no command runs over stored files")

  static func tooManyLinks(_ limit: Int) -> LocalizedText {
    LocalizedText(
      zh: "符号链接超过 \(limit) 层", en: "more than \(limit) symbolic links in a row")
  }
}
