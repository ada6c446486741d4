// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
package import ControlCatalog
package import Diagnostics
package import YAMLTree

extension AssessmentScope {
  /// Reads `plumbline.yaml`; its names must mean something in the library.
  package static func decode(
    _ source: SourceText, library: ControlLibrary, scoring: ScoringTables
  ) -> (scope: AssessmentScope?, diagnostics: [Diagnostic]) {
    let stream = YAMLParser().parse(source)
    let context = DecodingContext(stream.diagnostics)
    let scope = context.root(of: stream).flatMap { self.scope($0, library, scoring, context) }
    return (scope, context.diagnostics.inReadingOrder())
  }

  private static func scope(
    _ node: YAMLNode, _ library: ControlLibrary, _ tables: ScoringTables,
    _ context: DecodingContext
  ) -> AssessmentScope? {
    guard var map = context.mapping(node, of: ScopeMessages.assessment) else { return nil }
    let organization = map.requiredNode("organization").flatMap {
      Organization($0, library.facts, context)
    }
    let profile = map.required("profile", Located<String>.self)
    let defaults = map.optional("ssh", SSHDefaults.self)?.target
    let assets = map.list("assets", Asset.self).map { $0.completed(by: defaults) }
    let controls = Dictionary(library.controls.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    let settings = map.entries("parameters", YAMLNode.self)
      .compactMap { SettingDecoder.setting($0, controls: controls, context) }
    let scoring = map.node("scoring").flatMap { ScoringChoice($0, tables, context) }
    map.finish()
    reportDuplicates(assets, at: node, context)
    guard let organization, let profile else { return nil }
    guard library.profile(profile.value) != nil else {
      context.report(
        ScopeMessages.unknownProfile(
          profile.value, library.profiles.map(\.id), at: profile.span))
      return nil
    }
    var scope = AssessmentScope(
      organization: organization.name, facts: organization.facts,
      factTexts: organization.texts, factPlaces: organization.places, profile: profile.value,
      assets: assets, settings: settings)
    if let scoring { scope.scoring = scoring }
    return scope
  }

  private static func reportDuplicates(
    _ assets: [Asset], at node: YAMLNode, _ context: DecodingContext
  ) {
    var seen: Set = [Asset.organizationID]
    for asset in assets where !seen.insert(asset.id).inserted {
      context.report("duplicate-asset", ScopeMessages.duplicateAsset(asset.id), at: node)
    }
  }
}

/// The key `organization`: a name and the facts that were given.
private struct Organization {
  let name: LocalizedText
  var facts: [String: CELValue] = [:]
  var texts: [String: String] = [:]
  var places: [String: SourceSpan] = [:]

  init?(_ node: YAMLNode, _ known: [OrganizationFact], _ context: DecodingContext) {
    guard var map = context.mapping(node, of: ScopeMessages.organization) else { return nil }
    let name = map.required("name", AssetName.self)
    for fact in known {
      guard let node = map.node(fact.id), !node.isNull else { continue }
      facts[fact.id] = FactDecoder.value(node, for: fact, context)
      texts[fact.id] = ParameterDecoder.text(of: node)
      places[fact.id] = node.span
    }
    map.finish()
    guard let name else { return nil }
    self.name = name.text
  }
}

/// A name in one language or in both.
struct AssetName: YAMLDecodable {
  let text: LocalizedText

  init?(from node: YAMLNode, _ context: DecodingContext) {
    if node.kind == .mapping {
      guard let text = LocalizedText(from: node, context) else { return nil }
      self.text = text
    } else {
      guard let text = String(from: node, context) else { return nil }
      self.text = LocalizedText(verbatim: text)
    }
  }
}

extension Asset: YAMLDecodable {
  package init?(from node: YAMLNode, _ context: DecodingContext) {
    guard var map = context.mapping(node, of: ScopeMessages.asset) else { return nil }
    let id = map.required("id", AssetID.self)
    let name = map.optional("name", AssetName.self)
    let kind = map.enumeration("kind", Subject.self)
    let importance = map.enumeration("importance", Importance.self, default: .important)
    let value = map.optional("value", Value.self) ?? Value()
    let access = map.optional("access", Access.self) ?? .none
    map.finish()
    guard let id, let kind else { return nil }
    self.init(
      id: id.text, name: name?.text ?? LocalizedText(verbatim: id.text), kind: kind,
      importance: importance, value: value, access: access)
  }
}

/// The name of an asset in files: letters, digits, dots, hyphens and underscores.
private struct AssetID: YAMLTextDecodable {
  let text: String

  static var expectation: LocalizedText {
    LocalizedText(
      zh: "由字母、数字、'.'、'-' 和 '_' 组成的编号", en: "a name of letters, digits, '.', '-' and '_'")
  }

  init?(yamlText text: String) {
    let isName = text.unicodeScalars.allSatisfy {
      $0.isASCII
        && ($0.properties.isAlphabetic || (0x30...0x39).contains($0.value)
          || ".-_".unicodeScalars.contains($0))
    }
    guard isName, !text.isEmpty, text != ".", text != ".." else { return nil }
    self.text = text
  }
}

extension Asset.Importance: YAMLEnumeration {}

extension Asset.Value: YAMLDecodable {
  package init?(from node: YAMLNode, _ context: DecodingContext) {
    guard var map = context.mapping(node, of: ScopeMessages.value) else { return nil }
    self.init(
      confidentiality: map.optional("confidentiality", Int.self, in: 1...5) ?? 3,
      integrity: map.optional("integrity", Int.self, in: 1...5) ?? 3,
      availability: map.optional("availability", Int.self, in: 1...5) ?? 3)
    map.finish()
  }
}
