// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension Report {
  /// How many came to each outcome.
  package struct OutcomeCounts: Codable, Hashable, Sendable {
    /// Met.
    package var pass: Int
    /// Met in part.
    package var partial: Int
    /// Not met.
    package var fail: Int
    /// Could not be evaluated.
    package var error: Int
    /// Rests on expired evidence.
    package var stale: Int
    /// Not looked at.
    package var notReviewed: Int
    /// Does not apply.
    package var notApplicable: Int
    /// Of all these, how many an active waiver covers.
    package var waived: Int

    private enum CodingKeys: String, CodingKey {
      case pass, partial, fail, error, stale, waived
      case notReviewed = "not_reviewed"
      case notApplicable = "not_applicable"
    }

    package init(
      pass: Int = 0,
      partial: Int = 0,
      fail: Int = 0,
      error: Int = 0,
      stale: Int = 0,
      notReviewed: Int = 0,
      notApplicable: Int = 0,
      waived: Int = 0
    ) {
      self.pass = pass
      self.partial = partial
      self.fail = fail
      self.error = error
      self.stale = stale
      self.notReviewed = notReviewed
      self.notApplicable = notApplicable
      self.waived = waived
    }
  }
}
