// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension Report.OutcomeCounts {
  /// Counts outcomes; waivers are counted by the caller.
  package init(_ outcomes: some Sequence<Report.Outcome>) {
    self.init()
    for outcome in outcomes { self[outcome] += 1 }
  }

  /// The number that came to one outcome.
  package subscript(outcome: Report.Outcome) -> Int {
    get { self[keyPath: Self.path(of: outcome)] }
    set { self[keyPath: Self.path(of: outcome)] = newValue }
  }

  /// All that were counted; a waiver covers an outcome and adds none.
  package var total: Int { Report.Outcome.allCases.reduce(0) { $0 + self[$1] } }

  private static func path(of outcome: Report.Outcome) -> WritableKeyPath<Self, Int> {
    switch outcome {
    case .fail: \.fail
    case .partial: \.partial
    case .error: \.error
    case .stale: \.stale
    case .notReviewed: \.notReviewed
    case .pass: \.pass
    case .notApplicable: \.notApplicable
    }
  }
}
