// Plumbline
// SPDX-License-Identifier: Apache-2.0

import YAMLTree

extension Severity: YAMLEnumeration {}
extension Subject: YAMLEnumeration {}
extension Check.Method: YAMLEnumeration {}
extension Check.Absence: YAMLEnumeration {}
extension Question.Scope: YAMLEnumeration {}
extension AnswerField.Kind: YAMLEnumeration {}
extension Parameter.Kind: YAMLEnumeration {}
extension OrganizationFact.Kind: YAMLEnumeration {}
extension Control.Remediation.Effort: YAMLEnumeration {}
extension Requirement.Standing: YAMLEnumeration {}
extension ScoreRule.Tone: YAMLEnumeration {}
extension LevelMatrix.Harm: YAMLEnumeration {}
extension Requirement.Relation.Kind: YAMLEnumeration {}
extension RequirementRegister.Kind: YAMLEnumeration {}
extension RateBands.Verdict: YAMLEnumeration {}
extension RateBands.OpenCase: YAMLEnumeration {}
