// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// One rule of the kernel's audit, as auditctl(8) reads it.
struct AuditRule {
  /// The line without needless spaces.
  var text: String
  /// The list and action of a rule on system calls, such as `exit` and `always`.
  private var list: String?
  private var action: String?
  /// The file or folder that is watched.
  private(set) var path: String?
  private var permissions: String?
  private var architecture: String?
  private var systemCalls: [String] = []
  private var fields: [String] = []
  /// The keys by which its records are found.
  private(set) var keys: [String] = []
  /// The index of the file among the sources.
  var source: Int
  /// The line in the file.
  var line: Int

  /// Reads a line with `-w`, `-a` or `-A`; `nil` for any other.
  init?(_ line: String, source: Int, number: Int) {
    let words = line.split { $0 == " " || $0 == "\t" }.map(String.init)
    guard let first = words.first, ["-w", "-a", "-A"].contains(first), words.count > 1 else {
      return nil
    }
    text = words.joined(separator: " ")
    self.source = source
    self.line = number
    var index = 0
    while index + 1 < words.count {
      read(option: words[index], words[index + 1])
      index += 2
    }
    if first == "-w" { permissions = permissions ?? "rwxa" }
  }

  private mutating func read(option: String, _ argument: String) {
    switch option {
    case "-w": path = argument
    case "-p": permissions = argument
    case "-k": keys.append(argument)
    case "-S": systemCalls += argument.split(separator: ",").map(String.init)
    case "-a", "-A":
      for word in argument.split(separator: ",").map(String.init) {
        if ["always", "never"].contains(word) { action = word } else { list = word }
      }
    case "-F", "-C": read(field: argument)
    default: break
    }
  }

  /// Reads `name=value`; those that `-w`, `-p` and `-k` stand for go where these go.
  private mutating func read(field: String) {
    let parts = field.split(separator: "=", maxSplits: 1).map(String.init)
    switch (parts.first, parts.count) {
    case ("path", 2), ("dir", 2): path = parts[1]
    case ("perm", 2): permissions = parts[1]
    case ("key", 2): keys.append(parts[1])
    case ("arch", 2): architecture = parts[1]
    default: fields.append(field)
    }
  }

  /// The rule as a value.
  var evidenceValue: EvidenceValue {
    var value: EvidenceObject = [
      "text": .string(text), "kind": path == nil ? "syscall" : "watch",
      "syscalls": .strings(systemCalls), "fields": .strings(fields), "keys": .strings(keys),
    ]
    value["action"] = .string(action ?? "always")
    value["list"] = .string(list ?? "exit")
    value["path"] = path.map { .string($0) }
    value["permissions"] = permissions.map { .string($0) }
    value["arch"] = architecture.map { .string($0) }
    return .object(value)
  }
}
