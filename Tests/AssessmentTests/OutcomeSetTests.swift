// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Assessment
import Testing

struct OutcomeSetTests {
  @Test(
    arguments: [
      ([.pass, .pass], .pass, .pass), ([.pass, .fail], .partial, .pass),
      ([.fail, .fail], .fail, .fail), ([.pass, .notReviewed], .notReviewed, .pass),
      ([.fail, .notReviewed], .fail, .notReviewed), ([.pass, .stale], .stale, .pass),
      ([.pass, .error], .error, .pass), ([.fail, .error], .fail, .error),
      ([.pass, .notApplicable], .pass, .pass), ([.notApplicable], .notApplicable, .notApplicable),
      ([.pass, .notReviewed, .fail], .partial, .pass), ([.partial, .pass], .partial, .pass),
      ([.stale, .notReviewed], .notReviewed, .notReviewed), ([], .notReviewed, .notReviewed),
    ] as [([Outcome], Outcome, Outcome)])
  func `puts outcomes together`(outcomes: [Outcome], all: Outcome, any: Outcome) {
    #expect(OutcomeSet(outcomes).outcome(.all) == all)
    #expect(OutcomeSet(outcomes).outcome(.any) == any)
  }

  private static let everySet = (0..<UInt8(1 << Outcome.allCases.count)).map(OutcomeSet.init)

  @Test func `order and grouping never matter`() {
    for a in Self.everySet {
      for b in Self.everySet {
        #expect(a.union(b) == b.union(a))
        for c in Self.everySet.prefix(8) {
          #expect(a.union(b).union(c) == a.union(b.union(c)))
        }
      }
    }
  }

  @Test func `nothing passes that holds no pass`() {
    for set in Self.everySet where !set.contains(OutcomeSet(.pass)) {
      #expect(set.outcome(.all) != .pass)
      #expect(set.outcome(.any) != .pass)
    }
  }

  @Test func `all passes only when nothing else but not applicable occurs`() {
    let harmless: OutcomeSet = [OutcomeSet(.pass), OutcomeSet(.notApplicable)]
    for set in Self.everySet where set.outcome(.all) == .pass {
      #expect(set.isSubset(of: harmless))
    }
  }
}
