// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Chronology
package import Diagnostics

/// One article of a law or one clause of a standard, in words of our own.
package struct Requirement: Sendable {
  /// How well the fact is known.
  package enum Standing: String, Sendable, CaseIterable, Codable {
    /// Read in a stored full text or a verbatim quotation.
    case verified
    /// Read only in a secondary copy or an implementation.
    case secondary
    /// Remembered; to be checked before anyone relies on it.
    case memory

    /// The name for people.
    package var label: LocalizedText {
      switch self {
      case .verified: LocalizedText(zh: "已核对原文", en: "read in the text")
      case .secondary: LocalizedText(zh: "据二手资料", en: "at second hand")
      case .memory: LocalizedText(zh: "待核对", en: "to be checked")
      }
    }
  }

  /// The fine that the law attaches to a breach.
  package struct Penalty: Sendable {
    /// The article that sets it.
    package let clause: RequirementID
    /// The lowest fine in yuan, when the law names one.
    package let minimum: Int?
    /// The highest fine in yuan, when the law names one.
    package let maximum: Int?
    /// The cases and the fines in short.
    package let summary: LocalizedText
  }

  /// A link to a clause of another standard.
  package struct Relation: Sendable {
    /// How the two compare, in the terms of set theory (NIST IR 8477).
    package enum Kind: String, Sendable, CaseIterable, Codable {
      /// Both ask the same.
      case equal
      /// This asks part of what the other asks.
      case subset
      /// This asks all that the other asks and more.
      case superset
      /// Both have something in common.
      case intersects
    }

    /// The other clause.
    package let id: RequirementID
    /// How the two compare.
    package let kind: Kind
    /// How well the link is known: `memory`, unless the register says otherwise, because a
    /// crosswalk is a judgement of our own where no published one exists.
    package let standing: Standing
  }

  /// The name, such as `CSL/23(3)`.
  package let id: RequirementID
  /// The clause as a lawyer cites it.
  package let clause: LocalizedText
  /// The number before the last amendment moved it.
  package let formerClause: String?
  /// What it is about, in a few words.
  package let title: LocalizedText
  /// What must be done.
  package let duty: LocalizedText
  /// Who it binds, such as `network-operator`.
  package let appliesTo: [String]
  /// How well the fact is known.
  package let standing: Standing
  /// A caveat that reports print.
  package let note: LocalizedText?
  /// The fine for a breach.
  package let penalty: Penalty?
  /// The test unit of GB/T 28448, for items of the multi-level protection scheme.
  package let unit: String?
  /// The control point that the item belongs to, for items of the multi-level protection scheme.
  package let controlPoint: LocalizedText?
  /// Whether the 2025 guide lists the item's failure as a high-risk case.
  package let isHighRisk: Bool
  /// The first day in force, when it differs from the register's.
  package let inForceFrom: CalendarDate?
  /// Links to other standards.
  package let related: [Relation]
  /// Where it is defined.
  package let span: SourceSpan
}
