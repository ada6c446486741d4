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

extension CSVCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    ReadingPlan([arguments.text("path")])
  }
}

extension EnvFileCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    ReadingPlan([arguments.text("path")])
  }
}

extension INICollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    ReadingPlan([arguments.text("path")])
  }
}

extension JSONCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    ReadingPlan([arguments.text("path")])
  }
}

extension TOMLCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    ReadingPlan([arguments.text("path")])
  }
}

extension XMLCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    ReadingPlan([arguments.text("path")])
  }
}

extension YAMLCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    ReadingPlan([arguments.text("path")])
  }
}

extension TextCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    ReadingPlan(arguments.texts("path"))
  }
}

extension DirectoryCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    let root = arguments.text("path")
    let folder = root.last == "/" ? String(root.dropLast()) : root
    return ReadingPlan([root, "\(folder)/**", "/etc/passwd"])
  }
}
