// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// The kind of thing that a control is assessed for.
package enum Subject: String, Sendable, CaseIterable, Codable {
  /// The enterprise as a whole; assessed once.
  case organization
  /// An information system, the object that is graded under the multi-level protection scheme.
  case system
  /// A computer that runs an operating system.
  case host
}
