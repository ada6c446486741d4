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
struct Collection: Sendable {
  /// How many assets are read at a time.
  static let width = 10

  /// The version and digests of the catalogs that plan it.
  let library: ControlLibrary
  /// The folder that relative paths are of.
  let folder: String
  /// What gives the time.
  let clock: @Sendable () -> Instant
  /// Where progress is shown.
  let terminal: Terminal

  /// What came of one asset.
  struct Outcome: Sendable {
    /// What was to be read.
    let plan: CollectionPlan
    /// The bundle, `nil` when nothing is collected from the asset, or why it could not be reached.
    let result: Result<Bundle?, any Error>
    /// When collecting began.
    let start: Instant
  }

  /// Reads all assets, some at a time, and returns what is made of each, in the order of the plans.
  ///
  /// An asset that cannot be reached stops no other.
  func read<Value: Sendable>(
    _ plans: [CollectionPlan], _ transform: @escaping @Sendable (Outcome) async -> Value
  ) async -> [Value] {
    await withTaskGroup(of: (Int, Value).self) { group in
      var rest = Array(plans.enumerated())[...]
      func addNext() {
        guard let (index, plan) = rest.popFirst() else { return }
        group.addTask(executorPreference: BlockingExecutor.shared) {
          (index, await transform(await outcome(of: plan)))
        }
      }
      for _ in 0..<Self.width { addNext() }
      var values: [Int: Value] = [:]
      while let (index, value) = await group.next() {
        values[index] = value
        addNext()
      }
      return plans.indices.compactMap { values[$0] }
    }
  }

  private func outcome(of plan: CollectionPlan) async -> Outcome {
    let start = clock()
    do {
      return Outcome(plan: plan, result: .success(try await bundle(of: plan)), start: start)
    } catch {
      return Outcome(plan: plan, result: .failure(error), start: start)
    }
  }

  /// Returns the bundle of an asset; `nil` when nothing is collected from it.
  private func bundle(of plan: CollectionPlan) async throws -> Bundle? {
    switch plan.asset.access {
    case .none: return nil
    case .records:
      do {
        return await collect(plan, from: try AssessmentFolderHost(folder))
      } catch {
        throw CommandFailure(
          zh: "无法打开评估文件夹的记录：\(error.message.zh)",
          en: "the records of the assessment folder cannot be opened: \(error.message.en)")
      }
    case .local: return await collect(plan, from: LocalHost())
    case .root(let path):
      let host: RootDirectoryHost
      do {
        host = try RootDirectoryHost(resolve(path))
      } catch {
        throw CommandFailure(
          zh: "资产 \(plan.asset.id)：无法打开目录 \(path)：\(error.message.zh)",
          en: "asset \(plan.asset.id): the folder \(path) cannot be opened: \(error.message.en)")
      }
      return await collect(plan, from: host)
    case .ssh(let target):
      do {
        return try await SSHConnection.open(target.mappingPaths(resolve)) { host in
          await collect(plan, from: host)
        }
      } catch {
        throw UnreachableAsset(
          zh: "资产 \(plan.asset.id)：无法通过 SSH 采集 \(target.text)：\(error.message.zh)",
          en: "asset \(plan.asset.id): nothing is collected from \(target.text) over SSH:"
            + " \(error.message.en)")
      }
    case .bundle(let path): return try read(path, of: plan.asset)
    }
  }

  private func read(_ path: String, of asset: Asset) throws -> Bundle {
    let bundle = try BundleReader.read(try InputFile.read(resolve(path)))
    guard bundle.asset == asset.id else {
      throw CommandFailure(
        zh: "证据包 \(path) 属于资产 \(bundle.asset)，而不是 \(asset.id)",
        en: "the bundle \(path) is of the asset \(bundle.asset), not of \(asset.id)")
    }
    return bundle
  }

  private func collect(_ plan: CollectionPlan, from host: any Host) async -> Bundle {
    let start = clock()
    let collection = EvidenceCollection(registry: Collectors.registry, clock: clock)
    terminal.progress(
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
    if path.hasPrefix("/") { return path }
    return URL(fileURLWithPath: "\(folder)/\(path)").standardizedFileURL.path
  }
}

/// A running machine with which there is no connection.
struct UnreachableAsset: Error {
  let message: LocalizedText

  init(zh: String, en: String) {
    message = LocalizedText(zh: zh, en: en)
  }
}

extension Collection.Outcome {
  /// Returns a bundle that says of every query why the asset could not be reached, so that the report does.
  func bundle(saying failure: UnreachableAsset, library: ControlLibrary) -> Bundle {
    let observations = plan.items.map { item in
      Observation(
        asset: plan.asset.id, query: item.query, status: .failed, reason: failure.message,
        collectedAt: start)
    }
    return Bundle(
      asset: plan.asset.id,
      host: HostIdentity(access: .ssh, isLive: true, isPrivileged: false), collectedAt: start,
      toolVersion: ProgramVersion.current, catalogs: library.digests, observations: observations)
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
