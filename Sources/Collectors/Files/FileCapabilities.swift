// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// The capabilities that a program gets from its file, from the attribute that the kernel keeps them
/// in (`struct vfs_cap_data`, capabilities(7)).
struct FileCapabilities {
  /// The attribute that holds them.
  static let attribute = "security.capability"

  /// The capabilities with their sets as `getcap` writes them, such as `cap_net_raw=ep`.
  let entries: [String]

  /// Reads the attribute; `nil` when it is malformed.
  init?(_ bytes: [UInt8]) {
    let magic = bytes.littleEndian(at: 0, count: 4)
    let words: Int
    switch (magic >> 24, bytes.count) {
    case (1, 12): words = 1
    case (2, 20), (3, 24): words = 2
    default: return nil
    }
    var permitted: UInt64 = 0
    var inheritable: UInt64 = 0
    for word in 0..<words {
      permitted |= bytes.littleEndian(at: 4 + 8 * word, count: 4) << (32 * UInt64(word))
      inheritable |= bytes.littleEndian(at: 8 + 8 * word, count: 4) << (32 * UInt64(word))
    }
    let isEffective = magic & 1 == 1
    entries = (0..<64).compactMap { number in
      let bit = UInt64(1) << UInt64(number)
      guard (permitted | inheritable) & bit != 0 else { return nil }
      let name = number < Self.names.count ? "cap_\(Self.names[number])" : String(number)
      let sets =
        (isEffective ? "e" : "") + (inheritable & bit == 0 ? "" : "i")
        + (permitted & bit == 0 ? "" : "p")
      return "\(name)=\(sets)"
    }
  }

  /// The names in the order of `linux/capability.h`.
  private static let names = [
    "chown", "dac_override", "dac_read_search", "fowner", "fsetid", "kill", "setgid", "setuid",
    "setpcap", "linux_immutable", "net_bind_service", "net_broadcast", "net_admin", "net_raw",
    "ipc_lock", "ipc_owner", "sys_module", "sys_rawio", "sys_chroot", "sys_ptrace", "sys_pacct",
    "sys_admin", "sys_boot", "sys_nice", "sys_resource", "sys_time", "sys_tty_config", "mknod",
    "lease", "audit_write", "audit_control", "setfcap", "mac_override", "mac_admin", "syslog",
    "wake_alarm", "block_suspend", "audit_read", "perfmon", "bpf", "checkpoint_restore",
  ]
}
