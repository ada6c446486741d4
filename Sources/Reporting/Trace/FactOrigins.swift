// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Assessment
package import CEL
import Chronology
import ControlCatalog
import Diagnostics
import EvidenceModel

/// Finds where the facts of a check come from: file and line, command, answer, profile.
package struct FactOrigins: Sendable {
  /// The check with what it read.
  private let check: CheckResult
  /// The evidence of the asset.
  private let bundle: Bundle?
  /// Where the parameters and the facts of the organisation are written, by variable and field.
  private let places: [[String]: SourceSpan]

  package init(_ check: CheckResult, of result: ControlResult, in assessment: AssessmentResult) {
    self.check = check
    bundle = assessment.bundles[result.asset.id]
    var places: [[String]: SourceSpan] = [:]
    for value in result.parameters {
      places[[RuleVariables.parameters, value.parameter.name]] = value.span
    }
    for (fact, span) in assessment.scope.factPlaces { places[[RuleVariables.fact(fact)]] = span }
    self.places = places
  }

  /// Returns the origin of a fact; `nil` for one that comes from nowhere but the assessment itself,
  /// such as the time.
  package func origin(of path: AccessPath) -> ReportTrace.Origin? {
    if path.variable == RuleVariables.answer, let answer = check.answer {
      return ReportTrace.Origin(answer.span)
    }
    let steps = path.steps.map(\.text)
    if let place = places[[path.variable]] ?? places[[path.variable] + steps.prefix(1)] {
      return ReportTrace.Origin(place)
    }
    guard let evidence = check.check.evidence.first(where: { $0.name == path.variable }),
      let observation = bundle?.observation(of: evidence.query)
    else { return nil }
    // What no line says, such as a program's own default, comes from the observation as a whole.
    let location = observation.origin(of: steps).map { "\($0)" } ?? evidence.query.canonicalText
    return ReportTrace.Origin(
      location: location, evidenceID: observation.id,
      reading: .init(
        collector: observation.query.collector, time: observation.collectedAt.formatted()))
  }
}

extension ReportTrace.Origin {
  fileprivate init(_ span: SourceSpan) {
    self.init(location: "\(span.source.name):\(span.position.line)")
  }
}

extension AccessPath.Step {
  /// The step as origins of evidence name it.
  fileprivate var text: String {
    switch self {
    case .field(let name): name
    case .index(let index): String(index)
    case .key(let key): key
    }
  }
}
