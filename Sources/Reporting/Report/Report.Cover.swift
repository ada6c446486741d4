// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension Report {
  /// What stands on the first page.
  package struct Cover: Codable, Hashable, Sendable {
    /// Who made the report.
    package var kind: Kind
    /// The number by which the report is cited.
    package var number: String
    /// The legal entity assessed.
    package var organization: LocalizedText
    /// The systems assessed.
    package var systems: [LocalizedText]
    /// The MLPS level, 1 to 5.
    package var protectionLevel: Int?
    /// The number of the MLPS filing certificate.
    package var filingNumber: String?
    /// The first day of evidence.
    package var periodStart: String?
    /// The last day of evidence.
    package var periodEnd: String?
    /// The day for which the report speaks.
    package var issuedOn: String
    /// Draft or final.
    package var state: DocumentState
    /// The marking, such as "internal".
    package var confidentiality: LocalizedText?

    private enum CodingKeys: String, CodingKey {
      case kind, number, organization, systems, state, confidentiality
      case protectionLevel = "protection_level"
      case filingNumber = "filing_number"
      case periodStart = "period_start"
      case periodEnd = "period_end"
      case issuedOn = "issued_on"
    }

    package init(
      kind: Kind,
      number: String,
      organization: LocalizedText,
      systems: [LocalizedText] = [],
      protectionLevel: Int? = nil,
      filingNumber: String? = nil,
      periodStart: String? = nil,
      periodEnd: String? = nil,
      issuedOn: String,
      state: DocumentState,
      confidentiality: LocalizedText? = nil
    ) {
      self.kind = kind
      self.number = number
      self.organization = organization
      self.systems = systems
      self.protectionLevel = protectionLevel
      self.filingNumber = filingNumber
      self.periodStart = periodStart
      self.periodEnd = periodEnd
      self.issuedOn = issuedOn
      self.state = state
      self.confidentiality = confidentiality
    }
  }
}
