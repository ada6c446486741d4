// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// A version of a package as package managers write it: `[epoch:]upstream[-revision]`.
struct PackageVersion: Sendable {
  /// The package manager, whose rules of comparison differ.
  enum Scheme: String, Sendable, CaseIterable {
    /// Debian and its derivatives (deb-version(7)).
    case dpkg
    /// Red Hat, openEuler, Anolis, SUSE and their derivatives (`rpmvercmp`).
    case rpm
  }

  /// Whose rules to compare by.
  let scheme: Scheme
  /// The epoch without leading zeros, empty for 0.
  private let epoch: [UInt8]
  /// The version of the software.
  private let upstream: [UInt8]
  /// The revision of the package, called release by rpm; empty when there is none.
  private let revision: [UInt8]

  /// Parses a version; throws when it is empty or has other characters than versions have.
  init(_ text: String, scheme: Scheme) throws(FunctionFailure) {
    self.scheme = scheme
    var rest = Array(text.utf8)[...]
    let allowed = scheme == .dpkg ? "+-.~:" : "+-._~^:"
    guard rest.allSatisfy({ $0.isDigit || $0.isLetter || allowed.utf8.contains($0) }) else {
      throw .invalidPackageVersion(text, scheme: scheme)
    }
    var epoch: ArraySlice<UInt8> = []
    if let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
      epoch = rest[..<colon]
      guard !epoch.isEmpty, epoch.allSatisfy(\.isDigit) else {
        throw .invalidPackageVersion(text, scheme: scheme)
      }
      rest = rest[(colon + 1)...]
    }
    self.epoch = Array(epoch.drop { $0 == UInt8(ascii: "0") })
    if let hyphen = rest.lastIndex(of: UInt8(ascii: "-")) {
      revision = Array(rest[(hyphen + 1)...])
      rest = rest[..<hyphen]
    } else {
      revision = []
    }
    guard !rest.isEmpty else { throw .invalidPackageVersion(text, scheme: scheme) }
    upstream = Array(rest)
  }

  /// Returns -1, 0 or 1 by the rules of the scheme, which both versions share.
  func compared(to other: PackageVersion) -> Int {
    if epoch.count != other.epoch.count { return epoch.count < other.epoch.count ? -1 : 1 }
    let compare = scheme == .dpkg ? DebianOrder.compare : RPMOrder.compare
    let orders = [
      { epoch.compared(to: other.epoch) }, { compare(upstream, other.upstream) },
      { compare(revision, other.revision) },
    ]
    for order in orders {
      let result = order()
      if result != 0 { return result }
    }
    return 0
  }
}
