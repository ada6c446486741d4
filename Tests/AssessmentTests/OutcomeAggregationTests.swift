// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Assessment
import Testing

/// Aggregation over every list of up to four outcomes.
struct OutcomeAggregationTests {
  private static let lists: [[Outcome]] = {
    var lists: [[Outcome]] = [[]]
    var longest = lists
    for _ in 0..<4 {
      longest = longest.flatMap { list in Outcome.allCases.map { list + [$0] } }
      lists += longest
    }
    return lists
  }()

  private func readings(_ outcomes: [Outcome]) -> [Outcome] {
    [OutcomeSet(outcomes).outcome(.all), OutcomeSet(outcomes).outcome(.any)]
  }

  @Test func `the order of members never matters`() {
    for list in Self.lists {
      #expect(readings(list) == readings(list.reversed()))
      #expect(readings(list) == readings(Array(list.dropFirst()) + list.prefix(1)))
    }
  }

  @Test func `the grouping of members never matters`() {
    for list in Self.lists {
      let whole = OutcomeSet(list)
      for split in 0...list.count {
        #expect(OutcomeSet(list[..<split]).union(OutcomeSet(list[split...])) == whole)
      }
    }
  }

  @Test func `a member that occurs twice counts once`() {
    for list in Self.lists { #expect(readings(list + list) == readings(list)) }
  }

  @Test func `a single member is what it is`() {
    for outcome in Outcome.allCases { #expect(readings([outcome]) == [outcome, outcome]) }
  }

  @Test func `a member more never turns a finding of all into a pass`() {
    for list in Self.lists where OutcomeSet(list).outcome(.all).isFinding {
      for outcome in Outcome.allCases {
        #expect(OutcomeSet(list + [outcome]).outcome(.all).isFinding)
      }
    }
  }

  @Test func `a member more never takes a pass of any away`() {
    for list in Self.lists where OutcomeSet(list).outcome(.any) == .pass {
      for outcome in Outcome.allCases {
        #expect(OutcomeSet(list + [outcome]).outcome(.any) == .pass)
      }
    }
  }

  @Test func `what does not apply never changes what does`() {
    for list in Self.lists where !list.isEmpty {
      #expect(readings(list + [.notApplicable]) == readings(list))
    }
  }
}
