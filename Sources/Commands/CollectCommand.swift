// Plumbline
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assessment
import Chronology
import ControlCatalog
import Diagnostics
import EvidenceModel
import FoundationEssentials

/// `plumbline collect`: reads the evidence of one asset, or of all, into bundles.
struct CollectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collect",
    abstract: Speech.text(
      zh: "采集资产的证据，每个资产写成一个证据包",
      en: "Collect the evidence of assets, each into a bundle."))

  @Argument(
    help: Speech.help(
      zh: "评估文件夹；省略时采集本机", en: "Assessment folder; without one, this host.",
      valueName: "folder"))
  var folder: String?

  @Option(
    help: Speech.help(
      zh: "资产编号；省略时采集全部资产", en: "The asset; without it, all of them.", valueName: "id"))
  var asset: String?

  @Option(
    help: Speech.help(zh: "评估方案，默认 host-baseline", en: "Profile; default host-baseline."))
  var profile: String?

  @Option(
    help: Speech.help(
      zh: "不采集运行中的系统，而采集此文件夹中存储的文件（镜像、备份）",
      en: "Collect from the stored files in this folder (an image, a backup).",
      valueName: "folder"))
  var root: String?

  @Flag(
    help: Speech.help(
      zh: "只列出将要读取的内容，不读取", en: "Only list what would be read, and read nothing."))
  var plan = false

  @Option(
    name: .shortAndLong,
    help: Speech.help(
      zh: "证据包文件，默认写到标准输出；采集多个资产时为文件夹",
      en: "Bundle file, default standard output; for several assets, a folder.",
      valueName: "file"))
  var output: String?

  @Option(
    help: Speech.help(
      zh: "以此 Ed25519 私钥（PEM）签名，写出旁边的 .sha256 与 .sig 文件；须有 --output",
      en:
        "Sign with this Ed25519 private key (PEM) into the files .sha256 and .sig; needs --output.",
      valueName: "file"))
  var sign: String?

  @OptionGroup var time: TimeOptions
  @OptionGroup var library: LibraryOptions
  @OptionGroup var common: CommonOptions

  mutating func run() async throws {
    let key = try sign.map { try KeyFile.signingKey($0) }
    guard sign == nil || output != nil else {
      throw CommandFailure(zh: "--sign 须与 --output 一起使用", en: "--sign needs --output")
    }
    let loaded = try library.load()
    let scope = try makeScope(loaded)
    let assessor = Assessor(
      loaded: loaded, scope: scope, answers: AnswerBook(), folder: folder ?? ".",
      asOf: time.instant, clock: time.clock,
      terminal: common.terminal)
    let plans = try choose(assessor.plans(try assessor.selection()))
      .map { $0.reached(through: root) }
    if plan {
      let language = common.terminal.language
      for plan in plans { common.terminal.write(PlanText(plan, language: language).text) }
    } else if asset != nil || plans.count == 1 {
      try await collectOne(plans[0], assessor, key)
    } else {
      try await collectAll(plans, assessor, key)
    }
  }

  private func collectOne(
    _ plan: CollectionPlan, _ assessor: Assessor, _ key: SigningKey?
  ) async throws {
    guard let outcome = await assessor.collection.read([plan], { $0 }).first else { return }
    guard let bundle = try outcome.result.get() else {
      throw CommandFailure(
        zh: "资产 \(plan.asset.id) 没有采集方式（access）",
        en: "the asset \(plan.asset.id) has no access to collect from")
    }
    if let output {
      try BundleFile(path: output, key: key).write(bundle)
      common.terminal.note(LocalizedText(zh: "已写入 \(output)", en: "written: \(output)"))
    } else {
      BundleWriter.write(bundle) { common.terminal.write(bytes: $0) }
    }
  }

  /// Writes a bundle for each asset that can be reached, and says what keeps the others back.
  private func collectAll(
    _ plans: [CollectionPlan], _ assessor: Assessor, _ key: SigningKey?
  ) async throws {
    guard let output else {
      let known = plans.map(\.asset.id).joined(separator: ", ")
      throw CommandFailure(
        zh: "采集多个资产（\(known)）须用 --output 指定文件夹，或用 --asset 指定其一",
        en: "to collect several assets (\(known)), name a folder with --output, or one with --asset"
      )
    }
    try OutputFiles.makeFolder(output)
    let terminal = common.terminal
    let errors = await assessor.collection.read(plans) { outcome -> (any Error)? in
      do {
        guard let bundle = try outcome.result.get() else { return nil }
        let path = "\(output)/\(bundle.asset).json"
        try BundleFile(path: path, key: key).write(bundle)
        terminal.note(LocalizedText(zh: "已写入 \(path)", en: "written: \(path)"))
        return nil
      } catch {
        return error
      }
    }
    let failures = errors.compactMap { $0 }
    for failure in failures { PlumblineCommand.report(failure) }
    if !failures.isEmpty { throw ExitStatus.failure.code }
  }

  private func makeScope(_ loaded: LibraryLoader.Result) throws -> AssessmentScope {
    guard let folder else {
      return .thisHost(name: asset ?? ThisHost.name, profile: profile ?? "host-baseline")
    }
    let scope = try AssessmentFolder(folder, loaded).scope
    return profile.map(scope.with(profile:)) ?? scope
  }

  private func choose(_ plans: [CollectionPlan]) throws(CommandFailure) -> [CollectionPlan] {
    let known = plans.map(\.asset.id).joined(separator: ", ")
    guard let asset else {
      // What is a bundle already, and what nobody can reach, is not to be collected.
      let open = plans.filter { $0.asset.access.isOpen || root != nil }
      if !open.isEmpty, root == nil || open.count == 1 { return open }
      throw CommandFailure(
        zh: "请用 --asset 指定资产：\(known)", en: "name an asset with --asset: \(known)")
    }
    guard let plan = plans.first(where: { $0.asset.id == asset }) else {
      throw CommandFailure(
        zh: "没有需要采集的资产 '\(asset)'；有: \(known)",
        en: "nothing is collected from '\(asset)'; there are: \(known)")
    }
    return [plan]
  }
}

extension Asset.Access {
  /// Whether there is something to be read that is no bundle yet.
  fileprivate var isOpen: Bool {
    switch self {
    case .local, .records, .root, .ssh: true
    case .bundle, .none: false
    }
  }
}

extension CollectionPlan {
  /// Returns the plan with the asset's files read from a folder; the same plan without a folder.
  fileprivate func reached(through root: String?) -> CollectionPlan {
    guard let root else { return self }
    let path = URL(fileURLWithPath: root).standardizedFileURL.path
    return CollectionPlan(asset: asset.with(access: .root(path)), items: items)
  }
}
