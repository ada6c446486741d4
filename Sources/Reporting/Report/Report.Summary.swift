// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Report {
  /// What a director reads.
  package struct Summary: Codable, Hashable, Sendable {
    /// The verdict and how it came about.
    package var conclusion: Conclusion
    /// What other rules make of the same outcomes.
    package var otherConclusions: [Conclusion]
    /// Controls by outcome, each asset counted.
    package var counts: OutcomeCounts
    /// Checks by outcome.
    package var checks: OutcomeCounts?
    /// Findings by severity, the gravest first.
    package var severities: [SeverityCount]
    /// Findings to read first.
    package var topFindings: [String]
    /// What was not looked at.
    package var notLookedAt: [LocalizedText]
    /// What the reader must know, such as that the tool did not run as root.
    package var notices: [Notice]
    /// What management must decide.
    package var decisions: [LocalizedText]

    private enum CodingKeys: String, CodingKey {
      case conclusion, counts, checks, severities, notices, decisions
      case otherConclusions = "other_conclusions"
      case topFindings = "top_findings"
      case notLookedAt = "not_looked_at"
    }

    package init(
      conclusion: Conclusion,
      otherConclusions: [Conclusion] = [],
      counts: OutcomeCounts,
      checks: OutcomeCounts? = nil,
      severities: [SeverityCount] = [],
      topFindings: [String] = [],
      notLookedAt: [LocalizedText] = [],
      notices: [Notice] = [],
      decisions: [LocalizedText] = []
    ) {
      self.conclusion = conclusion
      self.otherConclusions = otherConclusions
      self.counts = counts
      self.checks = checks
      self.severities = severities
      self.topFindings = topFindings
      self.notLookedAt = notLookedAt
      self.notices = notices
      self.decisions = decisions
    }
  }
}
