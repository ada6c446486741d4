// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@testable import CEL

/// Facts of the usual kinds, declared as collectors declare them.
enum TestEnvironment {
  static let sshd = RecordType(
    name: "sshd",
    fields: [
      field("permitrootlogin", .string), field("maxauthtries", .int),
      field("banner", .string, isOptional: true), field("ciphers", .list(.string)),
    ])

  static let package = RecordType(
    name: "package", fields: [field("name", .string), field("version", .string)],
    identifyingField: "name")

  static let full: CELEnvironment = {
    var environment = CELEnvironment()
    environment.declare("sshd", .record(sshd))
    environment.declare("packages", .list(.record(package)))
    environment.declare("labels", .map(.string, .string))
    environment.declare("facts", .dyn)
    environment.declare("x", .int)
    environment.declare("u", .uint)
    environment.declare("s", .string)
    environment.declare("d", .double)
    environment.declare("xs", .list(.int))
    environment.declare("t", .timestamp)
    return environment
  }()

  private static func field(
    _ name: String, _ type: CELType, isOptional: Bool = false
  ) -> RecordType.Field {
    RecordType.Field(
      name, type, documentation: LocalizedText(verbatim: name), isOptional: isOptional)
  }

  static func source(_ text: String) -> EmbeddedText {
    EmbeddedText(whole: SourceText(name: "test.cel", text))
  }

  /// Returns the program of an expression that compiles.
  static func program(_ text: String, expecting: CELType? = nil) throws -> Program {
    let compilation = full.compile(source(text), expecting: expecting)
    return try #require(compilation.program, "\(compilation.diagnostics.map(\.message.en))")
  }

  /// Returns the diagnostics in short: rule, marked text, and the suggested word.
  static func diagnostics(_ text: String, expecting: CELType? = nil) -> [String] {
    full.compile(source(text), expecting: expecting).diagnostics.map { diagnostic in
      let marked = diagnostic.location.map { $0.source.text(in: $0.range) } ?? ""
      let word = diagnostic.fixIts.first?.edits.first.map { " -> \($0.replacement)" } ?? ""
      return "\(diagnostic.id): \(marked)\(word)"
    }
  }
}
