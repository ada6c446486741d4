// Plumbline
// SPDX-License-Identifier: Apache-2.0

import YAMLTree

/// The controls that a profile selects, with the profile's values for their parameters.
package struct ControlSelection: Sendable {
  /// The profile.
  package let profile: Profile
  /// The controls in the order of the library.
  package let controls: [SelectedControl]
  /// The controls that the profile and those it inherits from leave out.
  package let exclusions: [Profile.Exclusion]
  /// The checks that are left out because they ask a person, by control.
  package let omittedQuestions: [String: [String]]

  /// Selects by a profile of a library, then applies an assessment's own values.
  package init(
    _ profile: Profile, of library: ControlLibrary, assessmentSettings: [Profile.Setting] = []
  ) {
    self.profile = profile
    let lineage = Self.lineage(of: profile, in: library)
    let catalogs = Set(lineage.flatMap(\.catalogs).map(\.value))
    let named = Set(lineage.flatMap(\.controls).map(\.value))
    exclusions = lineage.flatMap(\.exclusions)
    let excluded = Set(exclusions.map(\.control))
    let settings =
      lineage.flatMap { layer in
        layer.settings.map { ($0, ParameterValue.Origin.profile(layer.id)) }
      }
      + assessmentSettings.map { ($0, .assessment) }
    let isAutomatedOnly = lineage.contains(where: \.isAutomatedOnly)
    var selected: [SelectedControl] = []
    var omitted: [String: [String]] = [:]
    for control in library.controls {
      guard catalogs.contains(control.catalog) || named.contains(control.id),
        !excluded.contains(control.id)
      else { continue }
      let kept = isAutomatedOnly ? control.checks.filter(\.isAutomated) : control.checks
      if kept.count < control.checks.count {
        omitted[control.id] = control.checks.filter { !$0.isAutomated }.map(\.id)
      }
      if kept.isEmpty { continue }
      selected.append(
        SelectedControl(
          control: control, checks: kept, parameters: Self.parameters(of: control, settings)))
    }
    controls = selected
    omittedQuestions = omitted
  }

  /// Creates a selection of given controls.
  private init(
    profile: Profile, controls: [SelectedControl], exclusions: [Profile.Exclusion],
    omittedQuestions: [String: [String]]
  ) {
    self.profile = profile
    self.controls = controls
    self.exclusions = exclusions
    self.omittedQuestions = omittedQuestions
  }

  /// Returns the selection of one control alone; one that the profile leaves out comes as it stands.
  package func only(_ control: Control) -> ControlSelection {
    let selected = controls.first { $0.control.id == control.id } ?? SelectedControl(control)
    return ControlSelection(
      profile: profile, controls: [selected], exclusions: [],
      omittedQuestions: omittedQuestions.filter { $0.key == control.id })
  }

  /// Returns the profiles that a profile builds on, the most general first, itself last.
  ///
  /// The loader has refused cycles; a profile met a second time is left out all the same.
  private static func lineage(of profile: Profile, in library: ControlLibrary) -> [Profile] {
    var seen: Set<String> = []
    func visit(_ profile: Profile) -> [Profile] {
      guard seen.insert(profile.id).inserted else { return [] }
      return profile.inherits.compactMap { library.profile($0.value) }.flatMap(visit) + [profile]
    }
    return visit(profile)
  }

  private static func parameters(
    of control: Control, _ settings: [(Profile.Setting, ParameterValue.Origin)]
  ) -> [ParameterValue] {
    control.parameters.map { parameter in
      let last = settings.last { setting, _ in
        setting.control == control.id && setting.parameter == parameter.name
      }
      guard let (setting, origin) = last else {
        return ParameterValue(defaultOf: parameter)
      }
      return ParameterValue(
        parameter: parameter, value: setting.value, text: setting.text, origin: origin,
        span: setting.span)
    }
  }
}
