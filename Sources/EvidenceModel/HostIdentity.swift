// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Who a host is, as far as a certifier must know to tell two bundles apart.
package struct HostIdentity: Sendable, Hashable {
  /// How a host is reached.
  package enum Access: String, Sendable, Hashable {
    /// The machine that Plumbline runs on.
    case local
    /// A folder with the files of a machine.
    case root
    /// A machine reached with an SSH client.
    case ssh
    /// The records and attachments of an assessment folder.
    case assessment
    /// Files and commands given by a program.
    case memory
  }

  /// How it was reached.
  package var access: Access
  /// Its name in the network.
  package var hostname: String?
  /// The id of its operating system, such as `debian`.
  package var systemID: String?
  /// Name and version of its operating system, such as `Debian GNU/Linux 12 (bookworm)`.
  package var systemName: String?
  /// The SHA-256 of its machine id; the id itself is confidential.
  package var machineDigest: String?
  /// Whether the evidence is of a running system.
  package var isLive: Bool
  /// Whether it was read as the superuser.
  package var isPrivileged: Bool

  package init(
    access: Access, hostname: String? = nil, systemID: String? = nil, systemName: String? = nil,
    machineDigest: String? = nil, isLive: Bool, isPrivileged: Bool
  ) {
    self.access = access
    self.hostname = hostname
    self.systemID = systemID
    self.systemName = systemName
    self.machineDigest = machineDigest
    self.isLive = isLive
    self.isPrivileged = isPrivileged
  }

  /// Reads the identity from a host's files; what cannot be read is left out.
  package init(readFrom host: some Host, access: Access) async {
    func text(_ path: String) async -> String? {
      guard let file = try? await host.read(path, limit: 65_536) else { return nil }
      let words = file.text.split(whereSeparator: \.isNewline).first.map(String.init)
      return words.flatMap { $0.isEmpty ? nil : $0 }
    }
    var name: String? = nil
    if host.isLive { name = await text("/proc/sys/kernel/hostname") }
    if name == nil { name = await text("/etc/hostname") }
    let machine = await text("/etc/machine-id")
    var release = try? await host.read("/etc/os-release", limit: 65_536)
    if release == nil { release = try? await host.read("/usr/lib/os-release", limit: 65_536) }
    let fields = Self.assignments(in: release?.text ?? "")
    // The files are those of a host that nobody vouches for.
    func plain(_ text: String?) -> String? {
      var redactor = Redactor()
      return text.map { redactor.redact(text: $0) }
    }
    self.init(
      access: access, hostname: plain(name), systemID: plain(fields["ID"]),
      systemName: plain(fields["PRETTY_NAME"]),
      machineDigest: machine.map { SHA256Digest.hexadecimal(of: Array($0.utf8)) },
      isLive: host.isLive, isPrivileged: host.isPrivileged)
  }

  /// Returns the `NAME=value` lines of an os-release file, quotes taken off.
  private static func assignments(in text: String) -> [String: String] {
    var fields: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline) {
      guard let sign = line.firstIndex(of: "=") else { continue }
      var value = line[line.index(after: sign)...]
      if let quote = value.first, quote == "\"" || quote == "'", value.count > 1,
        value.last == quote
      {
        value = value.dropFirst().dropLast()
      }
      fields[String(line[..<sign])] = String(value)
    }
    return fields
  }
}

extension HostIdentity {
  /// The identity as a value.
  var evidenceValue: EvidenceValue {
    var object: EvidenceObject = ["access": .string(access.rawValue)]
    object["hostname"] = hostname.map { .string($0) }
    object["system_id"] = systemID.map { .string($0) }
    object["system_name"] = systemName.map { .string($0) }
    object["machine_digest"] = machineDigest.map { .string($0) }
    object["is_live"] = .bool(isLive)
    object["is_privileged"] = .bool(isPrivileged)
    return .object(object)
  }

  init(_ fields: inout EvidenceFields) throws(EvidenceShapeError) {
    access = try fields.choice("access", Access.self)
    hostname = try fields.optionalString("hostname")
    systemID = try fields.optionalString("system_id")
    systemName = try fields.optionalString("system_name")
    machineDigest = try fields.optionalString("machine_digest")
    isLive = try fields.bool("is_live")
    isPrivileged = try fields.bool("is_privileged")
  }
}
