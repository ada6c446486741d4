// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Glibc

/// One thing to be measured.
package struct Contender {
  /// What the table calls it.
  package var name: String
  /// Does the work once and returns a number that depends on it, so that none of it is left out.
  package var work: () -> Int

  package init(_ name: String, work: @escaping () -> Int) {
    self.name = name
    self.work = work
  }
}

/// What a contender took.
package struct Measurement {
  package var name: String
  /// The seconds of processor time of each round, sorted.
  package var seconds: [Double]
  /// The seconds on the clock of each round, sorted.
  package var elapsed: [Double] = []
  /// The number that the work returned.
  package var checksum: Int

  /// The middle of the rounds.
  package var median: Double { seconds[seconds.count / 2] }

  /// The middle of the rounds on the clock.
  package var medianElapsed: Double { elapsed[elapsed.count / 2] }

  /// Measures contenders in turn, round by round, so that a change of the machine's pace meets all.
  ///
  /// Processor time costs nothing for neighbours on the machine; the clock shows what several
  /// processors save. A first round warms up and is left out.
  package static func interleaved(rounds: Int, _ contenders: [Contender]) -> [Measurement] {
    var results = contenders.map { Measurement(name: $0.name, seconds: [], checksum: 0) }
    for round in 0...rounds {
      for (index, contender) in contenders.enumerated() {
        let start = seconds(of: CLOCK_PROCESS_CPUTIME_ID)
        let begin = seconds(of: CLOCK_MONOTONIC)
        results[index].checksum = contender.work()
        guard round > 0 else { continue }
        results[index].seconds.append(seconds(of: CLOCK_PROCESS_CPUTIME_ID) - start)
        results[index].elapsed.append(seconds(of: CLOCK_MONOTONIC) - begin)
      }
    }
    for index in results.indices {
      results[index].seconds.sort()
      results[index].elapsed.sort()
    }
    return results
  }

  private static func seconds(of clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// Returns a number with a fixed number of decimals.
package func fixed(_ value: Double, _ decimals: Int) -> String {
  var scale = 1.0
  for _ in 0..<decimals { scale *= 10 }
  let scaled = Int((value * scale).rounded())
  let digits = String(scaled)
  guard decimals > 0 else { return digits }
  let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
  return padded.dropLast(decimals) + "." + padded.suffix(decimals)
}
