// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension Report {
  /// Findings of one severity.
  package struct SeverityCount: Codable, Hashable, Sendable {
    /// The severity.
    package var severity: Severity
    /// How many.
    package var findings: Int

    package init(
      severity: Severity,
      findings: Int
    ) {
      self.severity = severity
      self.findings = findings
    }
  }
}
