// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Assessment
package import CEL
import Chronology
import ControlCatalog
import Diagnostics
package import EvidenceModel

/// Finds where the facts of a check were read: file and line, command, or answer.
package struct FactOrigins: Sendable {
  /// The check with what it read.
  private let check: CheckResult
  /// The evidence of the asset.
  private let bundle: Bundle?

  package init(_ check: CheckResult, bundle: Bundle?) {
    self.check = check
    self.bundle = bundle
  }

  /// Returns the origin of a fact; `nil` for a fact that was not read, such as a parameter.
  package func origin(of path: AccessPath) -> ReportTrace.Origin? {
    if path.variable == RuleVariables.answer, let answer = check.answer {
      let place = answer.span
      return ReportTrace.Origin(location: "\(place.source.name):\(place.position.line)")
    }
    guard let evidence = check.check.evidence.first(where: { $0.name == path.variable }),
      let observation = bundle?.observation(of: evidence.query)
    else { return nil }
    let steps = path.steps.map { step in
      switch step {
      case .field(let name): name
      case .index(let index): String(index)
      case .key(let key): key
      }
    }
    guard let origin = observation.origin(of: steps) else { return nil }
    return ReportTrace.Origin(
      location: "\(origin)", evidenceID: observation.id,
      reading: .init(
        collector: observation.query.collector, time: observation.collectedAt.formatted()))
  }
}
