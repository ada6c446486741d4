// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import EvidenceModel

extension RestoreTestCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    .register(.restoreTest, arguments)
  }
}

extension DrillCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    .register(.drill, arguments)
  }
}

extension IncidentLogCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    .register(.incidentLog, arguments)
  }
}

extension DocumentCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    var plan = ReadingPlan.register(.document, arguments)
    // The register names the documents.
    plan.followed = plan.paths
    return plan
  }
}

extension ReadingPlan {
  /// A register of the assessment folder.
  fileprivate static func register(
    _ schema: RecordSchema, _ arguments: CollectorArguments
  ) -> ReadingPlan {
    ReadingPlan(arguments.optionalText("path").map { [$0] } ?? schema.paths)
  }
}
