// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// The settings of the systemd journal in force, with the defaults of journald.conf(5) filled in.
struct JournaldSettings {
  /// Where systemd installs the journal.
  private static let programs = [
    "/usr/lib/systemd/systemd-journald", "/lib/systemd/systemd-journald",
    "/usr/lib/systemd/system/systemd-journald.service",
    "/lib/systemd/system/systemd-journald.service",
  ]

  /// `volatile`, `persistent`, `auto` or `none`.
  var storage: String
  /// Whether entries are on disk after a restart.
  var isPersistent: Bool
  /// The time in seconds after which entries are deleted; `nil` when time deletes none.
  var maximumRetention: Int64?
  /// The bytes that the journal may take on disk; `nil` where its size depends on the disk.
  var maximumUse: Int64?
  /// Whether a syslog service gets the entries as well.
  var forwardsToSyslog: Bool
  /// Whether large entries are compressed.
  var compresses: Bool
  /// Whether files are sealed once sealing keys exist.
  var seals: Bool
  /// Where the fields of the evidence were set.
  var entries: [(field: String, entry: SystemdConfiguration.Entry)] = []

  /// Reads the settings of a host; `nil` when it has no journal.
  init?(_ reader: inout HostReader) async throws(CollectionFailure) {
    let configuration = try await SystemdConfiguration(
      "journald.conf", section: "Journal", &reader)
    var isInstalled = configuration.exists
    for path in Self.programs where !isInstalled {
      isInstalled = try await reader.status(path) != nil
    }
    guard isInstalled else { return nil }
    var entries: [(field: String, entry: SystemdConfiguration.Entry)] = []
    func setting<Value>(_ field: String, _ key: String, _ parse: (String) -> Value?) -> Value? {
      guard let (value, entry) = configuration.value(key, parse) else { return nil }
      entries.append((field, entry))
      return value
    }
    let modes = ["volatile", "persistent", "auto", "none"]
    let storage = setting("storage", "Storage") { modes.contains($0) ? $0 : nil } ?? "auto"
    let retention = setting("max_retention_seconds", "MaxRetentionSec", SystemdValue.seconds) ?? 0
    maximumRetention = retention > 0 && retention < .max ? retention : nil
    let use = setting("system_max_use", "SystemMaxUse", SystemdValue.bytes) ?? 0
    maximumUse = use > 0 ? use : nil
    // Distributions build journald with different defaults; its file shows that of the build.
    let shown = configuration.shownDefault("ForwardToSyslog").flatMap(SystemdValue.bool)
    forwardsToSyslog =
      setting("forward_to_syslog", "ForwardToSyslog", SystemdValue.bool) ?? shown ?? false
    compresses =
      setting("compress", "Compress") {
        // A size is the threshold from which entries are compressed.
        SystemdValue.bool($0) ?? SystemdValue.bytes($0).map { _ in true }
      } ?? true
    seals = setting("seal", "Seal", SystemdValue.bool) ?? true
    self.storage = storage
    if storage == "auto" {
      let folder = try await reader.status("/var/log/journal", followLinks: true)
      isPersistent = folder?.kind == .directory
    } else {
      isPersistent = storage == "persistent"
    }
    self.entries = entries
  }
}
