// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Foundation
import PackagePlugin

/// Makes the files of `Controls/` and `Reports/Templates/` part of the program.
///
/// They become `StaticString` literals, which cost nothing at start and compile in about a second
/// for two megabytes; the package manager's own `.embedInCode` takes more than a minute for the
/// same.
@main
struct EmbedFiles: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let package = context.package.directoryURL
    let paths = ["Controls", "Reports/Templates"].flatMap { Self.files(below: $0, in: package) }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles+Contents.swift")
    return [
      .buildCommand(
        displayName: "Embed catalogs and templates",
        executable: try context.tool(named: "embed-files").url,
        arguments: [output.path, package.path] + paths,
        inputFiles: paths.map { package.appending(path: $0) },
        outputFiles: [output])
    ]
  }

  /// Returns the paths from the package's root of the files that do not begin with a dot.
  private static func files(below folder: String, in package: URL) -> [String] {
    let root = package.appending(path: folder)
    let entries = FileManager.default.enumerator(
      at: root, includingPropertiesForKeys: [.isRegularFileKey], options: .skipsHiddenFiles)
    let files = entries?.compactMap { $0 as? URL } ?? []
    return files.filter {
      (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true
    }
    .map { folder + $0.standardizedFileURL.path.dropFirst(root.standardizedFileURL.path.count) }
    .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }
}
