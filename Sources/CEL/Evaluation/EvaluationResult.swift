// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What an evaluation came to. The three are never folded into each other.
package enum EvaluationResult: Sendable {
  /// A value.
  case value(CELValue)
  /// The expression has no value for these facts.
  indirect case error(EvaluationError)
  /// The value hangs on evidence that was not collected.
  case unknown(UnknownSet)
}

/// The evidence that a result hangs on.
package struct UnknownSet: Sendable, Hashable {
  /// One piece of missing evidence.
  package struct Item: Sendable, Hashable, Comparable {
    /// The name of the evidence, as given when the variable was bound.
    package var evidence: String
    /// The variable.
    package var variable: String
    /// The place of the variable in the expression.
    package var range: SourceRange

    package init(evidence: String, variable: String, range: SourceRange) {
      self.evidence = evidence
      self.variable = variable
      self.range = range
    }

    package static func < (a: Item, b: Item) -> Bool {
      (a.evidence, a.range.start) < (b.evidence, b.range.start)
    }
  }

  /// The missing evidence, each place once, in order of name and place.
  package private(set) var items: [Item]

  package init(_ items: [Item]) {
    self.items = Set(items).sorted()
  }

  /// The names of the missing evidence, each once, in order.
  package var evidence: [String] { Set(items.map(\.evidence)).sorted() }

  /// Returns the evidence of both.
  package func union(_ other: UnknownSet) -> UnknownSet { UnknownSet(items + other.items) }
}

/// The reason why an expression has no value for the facts.
package struct EvaluationError: Error, Sendable, Hashable {
  /// The kind of error.
  package enum Code: String, Sendable, Hashable, Codable, CaseIterable {
    /// A map has no such key, a record no such field at present.
    case noSuchKey = "no-such-key"
    /// A list has no such index.
    case indexOutOfRange = "index-out-of-range"
    /// A value is of a type that the operation does not take.
    case noSuchOverload = "no-such-overload"
    /// A variable has no value.
    case unboundVariable = "unbound-variable"
    /// A number does not fit 64 bits.
    case overflow = "overflow"
    /// A division by zero.
    case divisionByZero = "division-by-zero"
    /// A function has no answer for its arguments.
    case invalidArgument = "invalid-argument"
    /// A map literal has two equal keys or a key of a wrong type.
    case invalidMap = "invalid-map"
    /// The evaluation cost more than it may.
    case costLimit = "cost-limit"
    /// The value of the variable is itself an error.
    case evidenceError = "evidence-error"
  }

  /// The kind of error.
  package var code: Code
  /// The broken rule in one phrase.
  package var message: LocalizedText
  /// The place in the expression.
  package var range: SourceRange
  /// The keys, fields or variables that there are, when the error is that one is missing.
  package var available: [String]
  /// What was probably meant, when it can be told.
  package var suggestion: String?

  package init(
    _ code: Code, _ message: LocalizedText, range: SourceRange, available: [String] = [],
    suggestion: String? = nil
  ) {
    self.code = code
    self.message = message
    self.range = range
    self.available = available
    self.suggestion = suggestion
  }
}
