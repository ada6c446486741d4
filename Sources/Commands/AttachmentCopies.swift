// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Assessment
import Diagnostics
import EvidenceModel
import FoundationEssentials

/// Copies, in the evidence folder of an assessment, of the files that support answers.
///
/// Each copy has the name of its SHA-256, so that whoever holds the folder can tell what the answer
/// was supported by, whatever becomes of the file. `sha256sum -c attachments.sha256` checks them.
struct AttachmentCopies {
  /// The file that lists the copies, with the path of each attachment in the comment before it.
  static let listName = "attachments.sha256"
  /// The folder of the copies.
  private static let folderName = "attachments"

  /// The assessment folder.
  private let folder: String
  /// The attachments in the order of their paths, each once.
  private let attachments: [(path: String, sha256: String)]

  /// - Parameters:
  ///   - answers: the answers whose attachments are copied.
  ///   - folder: the assessment folder.
  init(of answers: AnswerBook, in folder: String) {
    self.folder = folder
    var digests: [String: String] = [:]
    for entry in answers.entries.values {
      for attachment in entry.answer.attachments { digests[attachment.path] = attachment.sha256 }
    }
    attachments = digests.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Writes the copies and their list together with other files.
  func stage(below evidence: String, in output: inout OutputFiles) throws(CommandFailure) {
    guard !attachments.isEmpty else { return }
    try OutputFiles.makeFolder("\(evidence)/\(Self.folderName)")
    var list = ""
    var staged: Set<String> = []
    for (path, digest) in attachments {
      let name = "\(Self.folderName)/\(digest)\(Self.suffix(of: path))"
      list += "# \(path.sanitizedForTerminal)\n\(digest)  \(name)\n"
      guard staged.insert(name).inserted else { continue }
      guard let bytes = FileManager.default.contents(atPath: "\(folder)/\(path)").map(Array.init),
        SHA256Digest.hexadecimal(of: bytes) == digest
      else {
        throw CommandFailure(
          zh: "附件 \(path) 在评估过程中发生了变化",
          en: "the attachment \(path) changed during the assessment")
      }
      try output.write(bytes, to: "\(evidence)/\(name)")
    }
    try output.write(Array(list.utf8), to: "\(evidence)/\(Self.listName)")
  }

  /// Returns what is not as the last assessment left it: attachments that were changed since, and
  /// copies that are broken or gone.
  func changes(since evidence: String) -> [LocalizedText] {
    guard let data = FileManager.default.contents(atPath: "\(evidence)/\(Self.listName)") else {
      return []
    }
    let current = Dictionary(attachments.map { ($0.path.sanitizedForTerminal, $0.sha256) }) {
      first, _ in first
    }
    var messages: [LocalizedText] = []
    var path = ""
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
      if line.hasPrefix("# ") {
        path = String(line.dropFirst(2))
        continue
      }
      let digest = String(line.prefix(64))
      if let now = current[path], now != digest {
        messages.append(Self.changed(path, from: digest, to: now))
      }
      let name = String(line.dropFirst(66))
      let copy = FileManager.default.contents(atPath: "\(evidence)/\(name)").map(Array.init)
      if copy.map({ SHA256Digest.hexadecimal(of: $0) }) != digest {
        messages.append(Self.broken("\(evidence)/\(name)", of: path))
      }
    }
    return messages
  }

  private static func changed(
    _ path: String, from old: String, to new: String
  ) -> LocalizedText {
    LocalizedText(
      zh: "附件 \(path) 自上次评估以来已改变（\(old.prefix(12))… → \(new.prefix(12))…）；请确认回答仍然成立",
      en: "the attachment \(path) changed since the last assessment (\(old.prefix(12))… → "
        + "\(new.prefix(12))…); confirm that the answer still holds")
  }

  private static func broken(_ copy: String, of path: String) -> LocalizedText {
    LocalizedText(
      zh: "附件 \(path) 的存证副本 \(copy) 被改动或丢失",
      en: "the copy \(copy) of the attachment \(path) was changed or is gone")
  }

  /// Returns the ending of a file's name with its dot, where it is a plain one.
  private static func suffix(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    let ending = name[name.index(after: dot)...]
    let isPlain = ending.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
    return isPlain && (1...8).contains(ending.utf8.count) ? ".\(ending)" : ""
  }
}
