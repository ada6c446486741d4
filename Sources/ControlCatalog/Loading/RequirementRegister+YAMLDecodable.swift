// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Chronology
import Diagnostics
package import YAMLTree

extension RequirementRegister: YAMLDecodable {
  package init?(from node: YAMLNode, _ context: DecodingContext) {
    guard var map = context.mapping(node, of: CatalogMessages.register) else { return nil }
    let id = map.required("id", String.self)
    let kind = map.enumeration("kind", Kind.self)
    let title = map.required("title", LocalizedText.self)
    let shortTitle = map.optional("short_title", LocalizedText.self)
    let version = map.required("version", LocalizedText.self)
    inForceFrom = map.optional("in_force_from", CalendarDate.self)
    inForceUntil = map.optional("in_force_until", CalendarDate.self)
    let source = map.required("source", String.self)
    requirements = map.list("requirements", Requirement.self)
    map.finish()
    guard let id, let kind, let title, let version, let source else { return nil }
    // When none has the register's name, the name is wrong rather than all of them.
    let foreign = requirements.filter { $0.id.register != id }
    let isMisnamed = foreign.count == requirements.count
    for requirement in isMisnamed ? foreign.prefix(1) : foreign[...] {
      context.report(CatalogMessages.foreignRequirement(requirement, register: id))
    }
    (self.id, self.kind, self.title, self.version, self.source) = (id, kind, title, version, source)
    self.shortTitle = shortTitle ?? title
  }
}

extension Requirement: YAMLDecodable {
  package init?(from node: YAMLNode, _ context: DecodingContext) {
    guard var map = context.mapping(node, of: CatalogMessages.requirement) else { return nil }
    let id = map.required("id", RequirementID.self)
    let clause = map.required("clause", LocalizedText.self)
    formerClause = map.optional("former_clause", String.self)
    let title = map.required("title", LocalizedText.self)
    let duty = map.required("duty", LocalizedText.self)
    appliesTo = map.list("applies_to", String.self)
    let standing = map.enumeration("standing", Standing.self)
    note = map.optional("note", LocalizedText.self)
    penalty = map.optional("penalty", Penalty.self)
    unit = map.optional("unit", String.self)
    controlPoint = map.optional("control_point", LocalizedText.self)
    isHighRisk = map.optional("high_risk", Bool.self) ?? false
    inForceFrom = map.optional("in_force_from", CalendarDate.self)
    related = map.list("related", Relation.self)
    map.finish()
    guard let id, let clause, let title, let duty, let standing else { return nil }
    (self.id, self.clause, self.title, self.duty) = (id, clause, title, duty)
    self.standing = standing
    span = node.span
  }
}

extension Requirement.Penalty: YAMLDecodable {
  package init?(from node: YAMLNode, _ context: DecodingContext) {
    guard var map = context.mapping(node, of: CatalogMessages.penalty) else { return nil }
    let clause = map.required("clause", RequirementID.self)
    minimum = map.optional("minimum_cny", Int.self, in: 0...)
    maximum = map.optional("maximum_cny", Int.self, in: 0...)
    let zh = map.required("zh", String.self)
    let en = map.required("en", String.self)
    map.finish()
    guard let clause, let zh, let en else { return nil }
    if let minimum, let maximum, minimum > maximum {
      context.report("empty-range", CatalogMessages.emptyRange, at: node)
    }
    self.clause = clause
    summary = LocalizedText(zh: zh, en: en)
  }
}

extension Requirement.Relation: YAMLDecodable {
  package init?(from node: YAMLNode, _ context: DecodingContext) {
    guard var map = context.mapping(node, of: CatalogMessages.relation) else { return nil }
    let id = map.required("id", RequirementID.self)
    let kind = map.enumeration("relation", Kind.self)
    standing = map.enumeration("standing", Requirement.Standing.self, default: .memory)
    map.finish()
    guard let id, let kind else { return nil }
    (self.id, self.kind) = (id, kind)
  }
}
