// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import EvidenceModel

/// The collectors of this program.
package enum Collectors {
  /// All of them in the order of their ids: the only list there is.
  package static let all: [any Collector] = [
    AccountCollector(),
    AntimalwareCollector(),
    AuditRuleCollector(),
    CertificateCollector(),
    ConfigCollector(),
    CSVCollector(),
    DirectoryCollector(),
    DiskEncryptionCollector(),
    DocumentCollector(),
    DrillCollector(),
    EnvFileCollector(),
    FileCollector(),
    GroupCollector(),
    IncidentLogCollector(),
    INICollector(),
    JournaldCollector(),
    JSONCollector(),
    KernelModuleCollector(),
    KernelParameterCollector(),
    LogRetentionCollector(),
    MandatoryAccessCollector(),
    MountCollector(),
    NginxCollector(),
    OSCollector(),
    PackageCollector(),
    PasswordPolicyCollector(),
    ProcessCollector(),
    RestoreTestCollector(),
    ServiceCollector(),
    SocketCollector(),
    SSHDCollector(),
    SudoCollector(),
    TextCollector(),
    TimeSyncCollector(),
    TimerCollector(),
    TOMLCollector(),
    XMLCollector(),
    YAMLCollector(),
  ]

  /// The collectors by id.
  package static let registry = CollectorRegistry(all)
}
