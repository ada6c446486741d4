// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import EvidenceModel

extension FileCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    ReadingPlan([arguments.text("path"), "/etc/passwd", "/etc/group"])
  }
}

extension ConfigCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    ReadingPlan(arguments.texts("path"))
  }
}

extension CertificateCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    let files = arguments.texts("path")
    let keys = arguments.texts("key")
    return ReadingPlan(
      TrustStore.paths + files + (keys.isEmpty ? files.flatMap(Self.usualKeys) : keys))
  }
}
