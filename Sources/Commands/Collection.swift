// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Assessment
import Chronology
import Collectors
import ControlCatalog
import Diagnostics
import EvidenceModel
import FoundationEssentials

/// Reads the evidence of assets.
struct Collection {
  /// The version and digests of the catalogs that plan it.
  let library: ControlLibrary
  /// The folder that relative paths are of.
  let folder: String
  /// What gives the time.
  let clock: @Sendable () -> Instant
  /// Where progress is shown.
  let terminal: Terminal

  /// Returns the bundle of an asset; `nil` when nothing is collected from it.
  func bundle(of plan: CollectionPlan) async throws -> Bundle? {
    switch plan.asset.access {
    case .none: return nil
    case .local: return await collect(plan, from: LocalHost())
    case .root(let path):
      do {
        return await collect(plan, from: try RootDirectoryHost(resolve(path)))
      } catch {
        throw CommandFailure(
          zh: "资产 \(plan.asset.id)：无法打开目录 \(path)：\(error.message.zh)",
          en: "asset \(plan.asset.id): the folder \(path) cannot be opened: \(error.message.en)")
      }
    case .bundle(let path):
      let source = try InputFile.read(resolve(path))
      let bundle = try BundleReader.read(source)
      guard bundle.asset == plan.asset.id else {
        throw CommandFailure(
          zh: "证据包 \(path) 属于资产 \(bundle.asset)，而不是 \(plan.asset.id)",
          en: "the bundle \(path) is of the asset \(bundle.asset), not of \(plan.asset.id)")
      }
      return bundle
    }
  }

  private func collect(_ plan: CollectionPlan, from host: any Host) async -> Bundle {
    let start = clock()
    let collection = EvidenceCollection(registry: Collectors.registry, clock: clock)
    terminal.note(
      LocalizedText(
        zh: "采集 \(plan.asset.id)：\(plan.items.count) 项",
        en: "collecting \(plan.asset.id): \(English.count(plan.items.count, "item"))"))
    let observations = await collection.run(
      plan: plan.items.map(\.query), asset: plan.asset.id, on: host)
    return Bundle(
      asset: plan.asset.id, host: await host.identity, collectedAt: start,
      toolVersion: ProgramVersion.current, catalogs: library.digests, observations: observations)
  }

  private func resolve(_ path: String) -> String {
    path.hasPrefix("/") ? path : "\(folder)/\(path)"
  }
}

/// Reads files that the user names.
enum InputFile {
  /// Returns the text of a file.
  static func read(_ path: String) throws(CommandFailure) -> SourceText {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure(zh: "无法读取文件 \(path)", en: "the file \(path) cannot be read")
    }
    return SourceText(name: path, utf8: Array(data))
  }
}
