// Plumbline
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// How the program ends, for scripts and gates.
package enum ExitStatus: Int32, Sendable, Comparable {
  /// Nothing at or over the threshold.
  case clean = 0
  /// There are findings.
  case findings = 1
  /// The input is bad, a tool failed, or nothing was evaluated.
  case failure = 2

  package static func < (a: ExitStatus, b: ExitStatus) -> Bool { a.rawValue < b.rawValue }

  /// The status for the argument parser.
  var code: ExitCode { ExitCode(rawValue) }
}
