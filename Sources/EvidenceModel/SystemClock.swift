// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Chronology

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The clock of the machine; only the commands read it, and hand the time on.
package enum SystemClock {
  /// Returns the present time, cut to milliseconds.
  package static func now() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let milliseconds = Int32(time.tv_nsec / 1_000_000)
    return Instant(seconds: Int64(time.tv_sec), nanoseconds: milliseconds * 1_000_000)
  }
}
