// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import CEL
package import ControlCatalog
package import Diagnostics

/// What is assessed: the enterprise, its assets, and the profile to assess them by.
package struct AssessmentScope: Sendable {
  /// The enterprise.
  package let organization: LocalizedText
  /// The facts that were given, by name.
  package let facts: [String: CELValue]
  /// The facts as written, by name, for reports.
  package let factTexts: [String: String]
  /// Where the facts are written, by name.
  package let factPlaces: [String: SourceSpan]
  /// The profile.
  package let profile: String
  /// The assets, the organisation itself first.
  package let assets: [Asset]
  /// Values for parameters.
  package let settings: [Profile.Setting]
  /// The rule of the conclusion and the way to rate risks, where they are chosen.
  package var scoring = ScoringChoice()
  /// Whether there is an assessment folder, which may hold records.
  private let hasFolder: Bool

  package init(
    organization: LocalizedText, facts: [String: CELValue] = [:], factTexts: [String: String] = [:],
    factPlaces: [String: SourceSpan] = [:],
    profile: String, assets: [Asset], settings: [Profile.Setting] = [], hasFolder: Bool = true
  ) {
    self.hasFolder = hasFolder
    self.organization = organization
    self.facts = facts
    self.factTexts = factTexts
    self.factPlaces = factPlaces
    self.profile = profile
    self.settings = settings
    let itself = Asset(
      id: Asset.organizationID, name: organization, kind: .organization, importance: .key,
      access: hasFolder ? .records : .none)
    self.assets = [itself] + assets
  }

  /// The scope of an assessment without a folder: the computer that the program runs on.
  package static func thisHost(name: String, profile: String) -> AssessmentScope {
    AssessmentScope(
      organization: LocalizedText(zh: "（未填写单位）", en: "(organisation not given)"), profile: profile,
      assets: [
        Asset(
          id: name, name: LocalizedText(verbatim: name), kind: .host, importance: .important,
          access: .local)
      ], hasFolder: false)
  }

  /// Returns the same scope to be assessed by another profile.
  package func with(profile: String) -> AssessmentScope {
    var scope = AssessmentScope(
      organization: organization, facts: facts, factTexts: factTexts, factPlaces: factPlaces,
      profile: profile, assets: Array(assets.dropFirst()), settings: settings,
      hasFolder: hasFolder)
    scope.scoring = scoring
    return scope
  }
}
