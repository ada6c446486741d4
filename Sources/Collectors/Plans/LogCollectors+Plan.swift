// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import EvidenceModel

extension LogRetentionCollector {
  package func plan(for arguments: CollectorArguments) -> ReadingPlan {
    // The configurations name the folders in which logs lie.
    ReadingPlan(
      [
        "/usr/lib/systemd/systemd-journald", "/lib/systemd/systemd-journald",
        "/usr/lib/systemd/system/systemd-journald.service",
        "/lib/systemd/system/systemd-journald.service", LogRotation.configuration,
        "\(LogRotation.folder)/*", "/var/log/**",
      ] + SyslogTargets.paths, followed: [LogRotation.configuration] + SyslogTargets.paths
    ).merging(.systemd("journald.conf"))
  }
}
