// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Trace {
  /// A part of the expression with what it came to.
  package struct Step: Sendable, Hashable, Codable {
    /// What the part is.
    package enum Kind: String, Sendable, Hashable, Codable {
      /// `&&` or `||`; the children are the operands that decided.
      case and, or
      /// `!`; the child is the operand.
      case not
      /// `?:`; the children are the condition and the branch that was taken.
      case conditional
      /// `all`, `exists`, `exists_one`, `filter`: see `elements`.
      case quantifier
      /// An operator between two values: see `comparison`.
      case comparison
      /// `has(…)`: see `facts`.
      case presence
      /// A function: see `operands`.
      case call
      /// A fact by itself.
      case fact
      /// `cel.bind`; the last child is the body.
      case binding
      /// Anything else; the facts in it are in `facts`.
      case expression
    }

    package var kind: Kind
    /// The bytes of the part.
    package var range: Range
    /// The part as written.
    package var text: String
    package var outcome: Outcome
    /// The value, when the outcome is one.
    package var value: ValueText?
    /// The two sides of a comparison with their distance.
    package var comparison: Comparison?
    /// The arguments of a function, the receiver first.
    package var operands: [Operand] = []
    /// The facts that the part reads, each once.
    package var facts: [Fact] = []
    /// The elements that decided a quantifier.
    package var elements: Elements?
    /// Why the part has no value.
    package var failure: Failure?
    /// The evidence that the part lacks.
    package var missing: [Missing] = []
    /// The parts that decided.
    package var children: [Step] = []
    /// Of `&&` and `||`: the operands that did not decide.
    package var others: [Aside] = []
  }

  /// A part that did not decide, with what it came to.
  package struct Aside: Sendable, Hashable, Codable {
    package var range: Range
    package var outcome: Outcome
  }

  /// The text of a value as an expression would write it.
  package struct ValueText: Sendable, Hashable, Codable {
    /// The text; `<redacted, 44 characters>` for a sensitive value.
    package var text: String
    /// The type at run time, such as `string`.
    package var type: String
    /// Whether the value was replaced because it is sensitive.
    package var isRedacted: Bool
    /// Whether the text was cut.
    package var isTruncated: Bool
    /// The number of characters, elements or entries, for values that have one.
    package var count: Int?
  }

  /// A value that an expression read from the evidence.
  package struct Fact: Sendable, Hashable, Codable {
    /// The way to it from a variable, by which its origin can be looked up; `nil` for parts of
    /// computed values.
    package var path: AccessPath?
    /// The part of the expression that reads it.
    package var range: Range
    /// That part as written.
    package var text: String
    /// The value; `nil` when it could not be read.
    package var value: ValueText?
  }

  /// One side of a comparison or one argument of a function.
  package struct Operand: Sendable, Hashable, Codable {
    package var range: Range
    package var text: String
    package var value: ValueText?
    /// Whether it is written out in the expression, so that its value says nothing new.
    package var isLiteral: Bool
    /// The way from a variable, when the operand is a fact.
    package var path: AccessPath?
  }

  /// The elements that decided a macro.
  package struct Elements: Sendable, Hashable, Codable {
    /// The macro as written, such as `all`.
    package var macro: String
    /// The number of elements of the list or map.
    package var total: Int
    /// How many elements the condition holds for, does not hold for, fails for, or is unknown for.
    package var holding: Int
    package var breaking: Int
    package var failing: Int
    package var unknown: Int
    /// The first of the elements that decided, or the nearest misses.
    package var shown: [Element]
    /// What `shown` holds.
    package var selection: Selection
    /// The number of elements that decided and are not shown.
    package var more: Int

    package enum Selection: String, Sendable, Hashable, Codable {
      /// Elements for which the condition does not hold.
      case counterexamples
      /// Elements for which the condition holds.
      case matches
      /// Elements that meet most of the conditions, when no element meets all.
      case nearestMisses
      /// Elements for which the condition fails.
      case failures
      /// Elements for which the condition is unknown.
      case unknown
    }
  }

  /// One element of a list or map.
  package struct Element: Sendable, Hashable, Codable {
    /// The index in the list that was walked through, from 0; for a map the place of the entry.
    package var index: Int
    /// The key, for a map.
    package var key: String?
    /// The way from a variable, when the element is a fact.
    package var path: AccessPath?
    /// The name and value of the field by which people recognise the element.
    package var identification: Identification?
    /// The element; records are left out when they have an identification.
    package var value: ValueText?
    /// Why the condition came to what it came to for this element.
    package var step: Step?
  }

  /// The field by which people recognise an element.
  package struct Identification: Sendable, Hashable, Codable {
    package var field: String
    package var value: ValueText
  }

  /// Two values beside each other.
  package struct Comparison: Sendable, Hashable, Codable {
    /// The operator as written, or the name of a function such as `matches`.
    package var symbol: String
    package var left: Operand
    package var right: Operand
    /// How far the left side is from the right one, for numbers and times.
    package var distance: Distance?
    /// In what the two differ, for texts and collections.
    package var difference: Difference?
  }

  /// How far one value is from another.
  package struct Distance: Sendable, Hashable, Codable {
    /// Whether the left side is greater.
    package var isAbove: Bool
    /// The amount as a number, or as a duration such as `4665600s`.
    package var amount: String
    /// The nanoseconds, for times and durations.
    package var nanoseconds: Int64?
    /// The amount in the largest fitting unit, such as "54 days".
    package var text: LocalizedText
  }

  /// In what two values differ.
  package struct Difference: Sendable, Hashable, Codable {
    /// For texts: the number of characters that agree at the start.
    package var commonPrefix: Int?
    /// For texts: what each has from there on, cut.
    package var leftRest: String?
    package var rightRest: String?
    /// For lists and maps: what only one side has, cut.
    package var onlyLeft: [String] = []
    package var onlyRight: [String] = []
    /// For maps and records: the keys with different values.
    package var changed: [String] = []
    /// For `matches`: the longest beginning of the pattern that the text still matches. `leftRest`
    /// and `rightRest` are what text and pattern have from there on.
    package var matchedPattern: String?
    /// For `matches`: the number of characters at which the text stops matching.
    package var stoppedAt: Int?
  }
}
