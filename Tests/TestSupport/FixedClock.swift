// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Chronology

/// The time at which the tests take place.
package enum FixedClock {
  /// 2026-11-23T00:00:00+08:00, the day on which the examples of controls are judged.
  package static let instant = Instant(seconds: 1_795_363_200)

  /// Returns the time of the tests.
  package static func now() -> Instant { instant }
}
