// Plumbline
// SPDX-License-Identifier: Apache-2.0

import ControlCatalog
import Diagnostics

/// What is said about the files of an assessment folder.
enum ScopeMessages {
  static let scoring = LocalizedText(zh: "计分", en: "scoring")

  static func unknownScoring(_ name: String, _ known: [String]) -> LocalizedText {
    let list = known.joined(separator: ", ")
    return LocalizedText(
      zh: "没有名为 '\(name)' 的计分表；可用: \(list)",
      en: "there is no scoring table '\(name)'; there are: \(list)")
  }

  static let assessment = LocalizedText(zh: "评估", en: "assessment")
  static let organization = LocalizedText(zh: "单位", en: "organisation")
  static let asset = LocalizedText(zh: "资产", en: "asset")
  static let value = LocalizedText(zh: "资产价值", en: "worth of an asset")
  static let answers = LocalizedText(zh: "回答文件", en: "file of answers")
  static let answer = LocalizedText(zh: "回答", en: "answer")
  static let accessForms = LocalizedText(
    zh: "'local'、{root: 目录}、{ssh: 主机} 或 {bundle: 证据包}",
    en: "'local', {root: FOLDER}, {ssh: HOST} or {bundle: FILE}")
  static let sshAccess = LocalizedText(zh: "SSH 访问方式", en: "way in over SSH")

  static func duplicateAsset(_ id: String) -> LocalizedText {
    LocalizedText(zh: "资产编号 '\(id)' 重复", en: "two assets are named '\(id)'")
  }

  static func unknownProfile(
    _ name: String, _ known: [String], at span: SourceSpan
  ) -> Diagnostic {
    let near = SpellingSuggestion.nearest(to: name, in: known)
    let list = known.joined(separator: ", ")
    return Diagnostic(
      "unknown-profile",
      LocalizedText(
        zh: "没有名为 '\(name)' 的评估方案；可用: \(list)", en: "unknown profile '\(name)'; there are: \(list)"),
      at: span,
      fixIts: near.map {
        [
          .init(
            LocalizedText(zh: "是否想写 '\($0)'？", en: "did you mean '\($0)'?"),
            edits: [.init(replace: span.range, with: $0)])
        ]
      } ?? [])
  }

  static func answerKeyForm(_ key: String) -> LocalizedText {
    LocalizedText(
      zh: "'\(key)' 须写成 '控制.检查' 或 '控制.检查@资产'",
      en: "'\(key)' must have the form CONTROL.check or CONTROL.check@asset")
  }

  static func noSuchQuestion(_ key: String) -> LocalizedText {
    LocalizedText(zh: "没有问题 '\(key)'", en: "there is no question '\(key)'")
  }

  static func assetNeeded(_ key: String) -> LocalizedText {
    LocalizedText(
      zh: "问题 '\(key)' 按资产回答，须写成 '\(key)@资产'",
      en: "the question '\(key)' is answered per asset: write '\(key)@ASSET'")
  }

  static func assetNotNeeded(_ key: String) -> LocalizedText {
    LocalizedText(
      zh: "问题 '\(key)' 由单位统一回答，不分资产",
      en: "the question '\(key)' is answered once for the organisation")
  }

  static func noSuchAsset(_ id: String) -> LocalizedText {
    LocalizedText(zh: "没有资产 '\(id)'", en: "there is no asset '\(id)'")
  }

  static func answeredTwice(_ key: AnswerKey) -> LocalizedText {
    LocalizedText(zh: "问题 '\(key)' 被回答了两次", en: "the question '\(key)' is answered twice")
  }

  static func attachmentMissing(_ path: String) -> LocalizedText {
    LocalizedText(
      zh: "找不到附件 '\(path)'，或其不在评估文件夹内",
      en: "the attachment '\(path)' does not exist inside the folder")
  }
}
