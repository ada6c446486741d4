// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// The facts of the organisation, with what is known of those whose declaration is faulty.
struct KnownFacts {
  /// The facts that could be read.
  let readable: [OrganizationFact]
  /// The names of the others.
  let faulty: Set<String>
  /// Whether the names of all facts can be told.
  let isComplete: Bool

  /// Whether no fact has a name, as far as can be told.
  func lacks(_ name: String) -> Bool { isComplete && !faulty.contains(name) }
}
