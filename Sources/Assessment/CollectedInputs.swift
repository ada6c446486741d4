// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import CEL
package import ControlCatalog
import Diagnostics
package import EvidenceModel

/// Gives checks what was collected from assets and answered by people.
package struct CollectedInputs: CheckInputs {
  private struct Key: Hashable {
    let asset: String
    let query: EvidenceQuery
  }

  private let inputs: [Key: EvidenceInput]
  private let answers: AnswerBook

  /// - Parameters:
  ///   - observations: what was collected, by asset.
  ///   - types: the types that collectors declare, by collector.
  ///   - answers: what was answered.
  package init(
    observations: [String: [Observation]], types: [String: RecordType], answers: AnswerBook
  ) {
    var inputs: [Key: EvidenceInput] = [:]
    for (asset, observations) in observations {
      for observation in observations {
        inputs[Key(asset: asset, query: observation.query)] = EvidenceInput(
          observation, type: types[observation.query.collector])
      }
    }
    self.inputs = inputs
    self.answers = answers
  }

  package func evidence(
    _ evidence: Check.Evidence, of check: Check, in control: Control, for asset: Asset
  ) -> EvidenceInput {
    inputs[Key(asset: asset.id, query: evidence.query)]
      ?? .missing(.unsupported, reason: AssessmentMessages.neverCollected, observation: nil)
  }

  package func answer(to check: Check, in control: Control, for asset: Asset) -> AnswerInput {
    answers.input(for: check, of: control, asset: asset)
  }
}

extension EvidenceInput {
  /// Reads an observation as the type that its collector declares.
  fileprivate init(_ observation: Observation, type: RecordType?) {
    guard observation.status == .collected, let value = observation.value else {
      self = .missing(
        observation.status, reason: observation.reason, observation: observation.id)
      return
    }
    guard let type else {
      self = .malformed(AssessmentMessages.unknownCollector, observation: observation.id)
      return
    }
    do {
      self = .value(try CELValue(value, as: .record(type)), observation: observation.id)
    } catch {
      self = .malformed(error.message, observation: observation.id)
    }
  }
}
