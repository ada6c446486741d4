// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Reporting
import Testing

struct RateTests {
  @Test(
    arguments: [
      (0, 0, nil), (0, 3, "0.00%"), (3, 3, "100.00%"), (175, 191, "91.62%"), (172, 191, "90.05%"),
      (120, 191, "62.83%"), (33, 67, "49.25%"), (99_999, 100_000, "99.99%"), (1, 100_000, "0.01%"),
    ] as [(Int, Int, String?)])
  func `a rate shows two decimals, and 100 only for all`(met: Int, of: Int, expected: String?) {
    #expect(Report.Rate(met: met, of: of).percentage == expected)
  }

  @Test func `outcomes are counted once each, waivers beside them`() {
    var counts = Report.OutcomeCounts([.pass, .fail, .fail, .stale])
    counts.waived = 1
    #expect(counts.total == 4)
    #expect(counts[.fail] == 2)
  }
}
