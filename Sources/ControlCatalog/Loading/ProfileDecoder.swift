// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
package import YAMLTree

/// Reads a profile; its controls must have been read before.
struct ProfileDecoder {
  /// The controls of the library by name.
  let controls: [String: Control]
  /// The controls whose files have errors, or whose files name another control.
  let faultyControls: Set<String>

  /// Returns the profile, or `nil` after it was reported why there is none.
  func profile(_ node: YAMLNode, _ context: DecodingContext) -> Profile? {
    guard var map = context.mapping(node, of: CatalogMessages.profile) else { return nil }
    let id = map.required("id", String.self)
    let title = map.required("title", LocalizedText.self)
    let description = map.required("description", LocalizedText.self)
    let inherits = map.list("inherits", Located<String>.self)
    let include = map.optional("include", Inclusion.self)
    let isAutomatedOnly = map.optional("automated_only", Bool.self) ?? false
    let exclusions = map.list("exclude", Profile.Exclusion.self)
    let settings = map.entries("parameters", YAMLNode.self)
      .compactMap {
        SettingDecoder.setting($0, controls: controls, faultyControls: faultyControls, context)
      }
    map.finish()
    guard let id, let title, let description else { return nil }
    return Profile(
      id: id, title: title, description: description, inherits: inherits,
      catalogs: include?.catalogs ?? [], controls: include?.controls ?? [],
      isAutomatedOnly: isAutomatedOnly, exclusions: exclusions, settings: settings)
  }
}

/// Reads a value for a parameter, `CONTROL.parameter: value`.
package enum SettingDecoder {
  /// Returns the setting, or `nil` after it was reported why there is none; of a control whose own
  /// file has errors nothing is said.
  package static func setting(
    _ entry: YAMLEntry<YAMLNode>, controls: [String: Control], faultyControls: Set<String> = [],
    _ context: DecodingContext
  ) -> Profile.Setting? {
    let parts = entry.name.split(separator: ".").map(String.init)
    guard parts.count == 2 else {
      context.report(CatalogMessages.settingForm(entry.name, at: entry.nameSpan))
      return nil
    }
    if faultyControls.contains(parts[0]) { return nil }
    guard let control = controls[parts[0]] else {
      context.report(
        CatalogMessages.unknownControl(parts[0], controls.keys.sorted(), at: entry.nameSpan))
      return nil
    }
    guard let parameter = control.parameters.first(where: { $0.name == parts[1] }) else {
      context.report(
        CatalogMessages.unknownParameter(
          parts[1], control.parameters.map(\.name), at: entry.nameSpan))
      return nil
    }
    guard let value = ParameterDecoder.value(entry.value, for: parameter, context) else {
      return nil
    }
    return Profile.Setting(
      control: control.id, parameter: parameter.name, value: value,
      text: ParameterDecoder.text(of: entry.value), span: entry.value.span)
  }
}

/// The key `include` of a profile.
private struct Inclusion: YAMLDecodable {
  let catalogs: [Located<String>]
  let controls: [Located<String>]

  init?(from node: YAMLNode, _ context: DecodingContext) {
    guard var map = context.mapping(node, of: CatalogMessages.inclusion) else { return nil }
    catalogs = map.list("catalogs", Located<String>.self)
    controls = map.list("controls", Located<String>.self)
    map.finish()
  }
}

extension Profile.Exclusion: YAMLDecodable {
  package init?(from node: YAMLNode, _ context: DecodingContext) {
    guard var map = context.mapping(node, of: CatalogMessages.exclusion) else { return nil }
    let control = map.required("id", String.self)
    let reason = map.required("reason", LocalizedText.self)
    map.finish()
    guard let control, let reason else { return nil }
    (self.control, self.reason) = (control, reason)
    span = node.span
  }
}
