// Plumbline
// SPDX-License-Identifier: Apache-2.0

// The commands that ask services about their settings. Each statement and option is fixed; only
// addresses, user names and paths come from a catalog, and each of these is checked.

extension ReadOnlyCommand {
  /// Prints the version and the paths that nginx was built with.
  ///
  /// `nginx -t` is not asked: it opens the log files for writing, makes folders, and binds ports.
  package static let nginxBuild = ReadOnlyCommand("nginx", ["-V"])
}
