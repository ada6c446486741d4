// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// The family of distributions whose layout and package manager a system follows.
enum SystemFamily: String {
  /// Debian, Ubuntu and what is built from them: dpkg.
  case debian
  /// Red Hat Enterprise Linux and systems of its layout, openEuler and Anolis among them: rpm.
  case rhel
  /// SUSE: rpm.
  case suse
  /// Alpine: apk.
  case alpine
  /// Arch: pacman.
  case arch
  /// Another, or unknown.
  case other

  /// The families by the ids of os-release. Kylin and UOS come in both forms, so they are not here.
  private static let families: [String: SystemFamily] = {
    let ids: [(SystemFamily, String)] = [
      (.debian, "debian ubuntu deepin linuxmint kali raspbian"),
      (
        .rhel,
        "rhel centos fedora rocky almalinux ol amzn anolis alinux openeuler euleros hce opencloudos"
          + " tencentos bclinux ctyunos"
      ),
      (.suse, "suse sles sled opensuse opensuse-leap opensuse-tumbleweed"),
      (.alpine, "alpine"), (.arch, "arch archlinux manjaro"),
    ]
    var families: [String: SystemFamily] = [:]
    for (family, words) in ids {
      for word in words.split(separator: " ") { families[String(word)] = family }
    }
    return families
  }()

  /// The families by what their package managers keep.
  private static let databases: [(path: String, family: SystemFamily)] = [
    ("/var/lib/dpkg/status", .debian), ("/var/lib/dpkg/status.d", .debian),
    ("/var/lib/rpm", .rhel), ("/usr/lib/sysimage/rpm", .rhel), ("/lib/apk/db", .alpine),
    ("/var/lib/pacman", .arch),
  ]

  /// Returns the os-release file of a host; `nil` when it has none.
  static func release(_ reader: inout HostReader) async throws(CollectionFailure) -> SettingLines? {
    for path in ["/etc/os-release", "/usr/lib/os-release"] {
      if let file = try await reader.textIfPresent(path) { return SettingLines(file) }
    }
    return nil
  }

  /// Returns the family of a host.
  ///
  /// The id counts first: a machine can have the package manager of another family installed.
  static func detect(_ release: SettingLines?, _ reader: HostReader)
    async throws(CollectionFailure) -> SystemFamily
  {
    let id = release?["ID"]?.value.lowercased() ?? ""
    let likes = (release?["ID_LIKE"]?.value.lowercased() ?? "").split(separator: " ")
    for name in [id] + likes.map(String.init) {
      if let family = families[name] { return family }
    }
    for (path, family) in databases where try await reader.status(path) != nil { return family }
    return .other
  }
}
