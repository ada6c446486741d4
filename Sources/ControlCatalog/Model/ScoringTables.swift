// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Where a scoring table comes from and how well it is known.
package struct ScoringSource: Sendable {
  /// The name of the table.
  package let id: String
  /// The title.
  package let title: LocalizedText
  /// The text that it was taken from.
  package let source: String
  /// How well it is known.
  package let standing: Requirement.Standing
  /// A caveat that reports print.
  package let note: LocalizedText?

  package init(
    id: String, title: LocalizedText, source: String, standing: Requirement.Standing,
    note: LocalizedText? = nil
  ) {
    self.id = id
    self.title = title
    self.source = source
    self.standing = standing
    self.note = note
  }
}

/// A rule that reads a rate of met items as a conclusion.
package struct RateBands: Sendable {
  /// What an assessment comes to.
  package enum Verdict: String, Sendable, CaseIterable, Codable {
    /// 符合.
    case met
    /// 基本符合.
    case basicallyMet = "basically_met"
    /// 不符合.
    case notMet = "not_met"
    /// Nothing was evaluated, so nothing is concluded.
    case none
  }

  /// A case that the rule's source leaves open.
  package enum OpenCase: String, Sendable, CaseIterable, Codable {
    /// The rate is exactly the upper band.
    case atUpper = "at_upper"
    /// The rate is exactly the lower band.
    case atLower = "at_lower"
    /// The rate is above the upper band, and there is a major hazard.
    case aboveUpperWithHazard = "above_upper_with_hazard"
  }

  /// How an open case is read.
  package struct Reading: Sendable {
    /// The verdict chosen.
    package let verdict: Verdict
    /// How well the choice is supported.
    package let standing: Requirement.Standing
    /// Why it is read so.
    package let note: LocalizedText

    package init(verdict: Verdict, standing: Requirement.Standing, note: LocalizedText) {
      self.verdict = verdict
      self.standing = standing
      self.note = note
    }
  }

  /// Where the rule comes from.
  package let source: ScoringSource
  /// The formula of the rate, for people.
  package let formula: LocalizedText
  /// The rate in percent above which the verdict is met.
  package let upper: Int
  /// The rate in percent below which the verdict is not met.
  package let lower: Int
  /// How the open cases are read.
  package let readings: [OpenCase: Reading]
  /// The verdicts, for people.
  package let names: [Verdict: LocalizedText]

  package init(
    source: ScoringSource, formula: LocalizedText, upper: Int, lower: Int,
    readings: [OpenCase: Reading], names: [Verdict: LocalizedText]
  ) {
    self.source = source
    self.formula = formula
    self.upper = upper
    self.lower = lower
    self.readings = readings
    self.names = names
  }
}

/// A risk calculation by matrices.
package struct RiskMatrix: Sendable {
  /// A square table whose values fall into five levels.
  package struct Table: Sendable {
    /// Five rows of five values.
    package let values: [[Int]]
    /// The greatest value of each level, five in rising order.
    package let levels: [Int]

    package init(values: [[Int]], levels: [Int]) {
      self.values = values
      self.levels = levels
    }

    /// Returns the value at a row and a column from 1 to 5; beyond them the nearest.
    package func value(row: Int, column: Int) -> Int {
      values[min(max(row, 1), 5) - 1][min(max(column, 1), 5) - 1]
    }

    /// Returns the level of a value, from 1 to 5.
    package func level(of value: Int) -> Int {
      (levels.firstIndex { value <= $0 } ?? 4) + 1
    }
  }

  /// Where the matrices come from.
  package let source: ScoringSource
  /// Rows: threat frequency; columns: severity of the vulnerability.
  package let likelihood: Table
  /// Rows: asset value; columns: severity of the vulnerability.
  package let loss: Table
  /// Rows: loss level; columns: likelihood level.
  package let risk: Table
  /// The names of risk levels 1 to 5.
  package let names: [LocalizedText]

  package init(
    source: ScoringSource, likelihood: Table, loss: Table, risk: Table, names: [LocalizedText]
  ) {
    self.source = source
    self.likelihood = likelihood
    self.loss = loss
    self.risk = risk
    self.names = names
  }
}

/// The scoring tables of a library.
package struct ScoringTables: Sendable {
  /// The rules that read a rate as a conclusion, by name.
  package let rateBands: [String: RateBands]
  /// The risk matrices, by name.
  package let riskMatrices: [String: RiskMatrix]

  package init(rateBands: [String: RateBands] = [:], riskMatrices: [String: RiskMatrix] = [:]) {
    self.rateBands = rateBands
    self.riskMatrices = riskMatrices
  }
}
