// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// A range of one source text.
package struct SourceSpan: Sendable {
  /// The text that the range is of.
  package let source: SourceText
  /// The bytes concerned.
  package let range: SourceRange

  package init(source: SourceText, range: SourceRange) {
    self.source = source
    self.range = range
  }

  /// The position of the first byte.
  package var position: SourcePosition { source.position(at: Int(range.start)) }
}

/// What is wrong with an input file, where, and how to mend it.
package struct Diagnostic: Sendable {
  /// How much a diagnostic matters.
  package enum Severity: String, Sendable, CaseIterable {
    /// The input cannot be used.
    case error
    /// The input can be used, but hardly means what it says.
    case warning
  }

  /// A remark at a second place, such as the first of two duplicate keys.
  package struct Note: Sendable {
    /// What is to be seen there.
    package var message: LocalizedText
    /// Where, when the remark is about a place.
    package var location: SourceSpan?

    package init(_ message: LocalizedText, at location: SourceSpan? = nil) {
      self.message = message
      self.location = location
    }
  }

  /// One replacement of bytes in the source of the diagnostic.
  package struct Edit: Sendable, Hashable {
    /// The bytes to replace; empty to insert.
    package var range: SourceRange
    /// The text to put there.
    package var replacement: String

    package init(replace range: SourceRange, with replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  /// The single obvious repair of an error.
  package struct FixIt: Sendable {
    /// What the repair does, as a short question such as "did you mean 'remediation'?".
    package var title: LocalizedText
    /// The replacements that carry it out.
    package var edits: [Edit]

    package init(_ title: LocalizedText, edits: [Edit]) {
      self.title = title
      self.edits = edits
    }
  }

  /// The rule that was broken, in kebab-case; stable, and never used again for another rule.
  package var id: String
  /// How much it matters.
  package var severity: Severity
  /// The rule in one phrase without a full stop.
  package var message: LocalizedText
  /// The place; `nil` only when the input as a whole is meant, such as a missing file.
  package var location: SourceSpan?
  /// Remarks at other places.
  package var notes: [Note]
  /// Repairs; at most one for an error.
  package var fixIts: [FixIt]

  package init(
    _ id: String,
    _ message: LocalizedText,
    severity: Severity = .error,
    at location: SourceSpan?,
    notes: [Note] = [],
    fixIts: [FixIt] = []
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.location = location
    self.notes = notes
    self.fixIts = fixIts
  }
}

extension Sequence where Element == Diagnostic {
  /// Whether at least one of them makes the input unusable.
  package var hasErrors: Bool { contains { $0.severity == .error } }

  /// Returns them in reading order: by source name, then by position; those without a place first.
  package func inReadingOrder() -> [Diagnostic] {
    enumerated().sorted { a, b in
      let first = a.element.location
      let second = b.element.location
      let keys = (first?.source.name ?? "", second?.source.name ?? "")
      if keys.0 != keys.1 { return keys.0 < keys.1 }
      let starts = (first?.range.start ?? 0, second?.range.start ?? 0)
      return starts.0 != starts.1 ? starts.0 < starts.1 : a.offset < b.offset
    }.map(\.element)
  }
}

/// Input that cannot be used, as an error that can be thrown.
package struct DiagnosticsError: Error, Sendable {
  /// All that is wrong, at least one of severity error.
  package var diagnostics: [Diagnostic]

  package init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }
}
