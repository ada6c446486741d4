// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// The version of the program, as reports and bundles name it.
package enum ProgramVersion {
  /// MAJOR.MINOR.PATCH.
  package static let current = "0.1.0"
}
