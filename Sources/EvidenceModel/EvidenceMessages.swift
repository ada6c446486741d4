// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// The messages of this module, each the rule that was broken.
enum EvidenceMessages {
  // MARK: - JSON

  static let jsonUnexpected = LocalizedText(
    zh: "此处须是 JSON 值", en: "a JSON value must stand here")
  static let jsonTrailing = LocalizedText(
    zh: "JSON 值之后不得再有内容", en: "nothing may follow the JSON value")
  static let jsonNotUTF8 = LocalizedText(
    zh: "文本须是合法的 UTF-8", en: "texts must be valid UTF-8")

  static func jsonExpected(_ sign: String) -> LocalizedText {
    LocalizedText(zh: "此处须有 '\(sign)'", en: "'\(sign)' must stand here")
  }

  static func jsonDuplicateName(_ name: String) -> LocalizedText {
    LocalizedText(zh: "对象中的名称 '\(name)' 重复", en: "duplicate name '\(name)' in an object")
  }

  static func jsonTooDeep(_ limit: Int) -> LocalizedText {
    LocalizedText(zh: "嵌套不得超过 \(limit) 层", en: "values nest at most \(limit) deep")
  }

  // MARK: - Shapes

  static let missingField = LocalizedText(zh: "缺少必需的字段", en: "required field is missing")
  static let unknownField = LocalizedText(zh: "没有这个字段", en: "unknown field")
  static let unknownSource = LocalizedText(
    zh: "来源序号须指向已列出的来源", en: "each origin must point to a listed source")
  static let valueAgainstStatus = LocalizedText(
    zh: "状态为 'collected' 时须有值，其他状态不得有值",
    en: "an observation has a value exactly when its status is 'collected'")

  static func unknownField(suggestion: String?) -> LocalizedText {
    guard let suggestion else { return unknownField }
    return LocalizedText(
      zh: "\(unknownField.zh)；是否想写 '\(suggestion)'",
      en: "\(unknownField.en); did you mean '\(suggestion)'")
  }

  static func mustBe(_ type: String) -> LocalizedText {
    LocalizedText(zh: "须是 \(type) 类型的值", en: "must be a value of type \(type)")
  }

  static func unknownWord(_ word: String) -> LocalizedText {
    LocalizedText(zh: "不认识的取值 '\(word)'", en: "unknown word '\(word)'")
  }

  // MARK: - Bundles

  static func unknownSchema(_ version: Int64, known: Int64) -> LocalizedText {
    LocalizedText(
      zh: "证据包格式版本须为 \(known)，此文件为 \(version)",
      en: "the bundle's schema version must be \(known), not \(version)")
  }

  static func wrongObservationDigest(_ id: String, _ query: String) -> LocalizedText {
    LocalizedText(
      zh: "观察记录 \(id)（\(query)）的内容与其摘要不符",
      en: "the content of observation \(id), \(query), does not match its digest")
  }

  static func wrongObservationID(_ id: String, _ query: String) -> LocalizedText {
    LocalizedText(
      zh: "观察记录编号 \(id) 不是资产与查询 \(query) 的编号",
      en: "observation id \(id) is not that of the asset and the query \(query)")
  }

  static func duplicateObservation(_ id: String) -> LocalizedText {
    LocalizedText(zh: "观察记录 \(id) 重复", en: "duplicate observation \(id)")
  }

  static let wrongBundleDigest = LocalizedText(
    zh: "证据包的头部或观察记录清单与总摘要不符",
    en: "the bundle's header or its list of observations does not match the digest over all")

  static func malformedBundle(_ error: EvidenceShapeError) -> LocalizedText { error.description }

  // MARK: - Collecting

  static func unknownCollector(_ id: String) -> LocalizedText {
    LocalizedText(zh: "没有名为 '\(id)' 的采集器", en: "unknown collector '\(id)'")
  }

  static func unknownArgument(_ name: String) -> LocalizedText {
    LocalizedText(zh: "没有名为 '\(name)' 的参数", en: "unknown argument '\(name)'")
  }

  static func missingArgument(_ name: String) -> LocalizedText {
    LocalizedText(zh: "缺少必需的参数 '\(name)'", en: "required argument '\(name)' is missing")
  }

  static func wrongArgument(_ name: String, _ type: ArgumentDescription.Kind) -> LocalizedText {
    LocalizedText(
      zh: "参数 '\(name)' 须是\(type.label.zh)", en: "argument '\(name)' must be \(type.label.en)")
  }

  static func unknownChoice(_ name: String, _ text: String, _ choices: [String]) -> LocalizedText {
    let choices = choices.map { "'\($0)'" }
    return LocalizedText(
      zh: "参数 '\(name)' 不能是 '\(text)'，须是 \(choices.joined(separator: "、")) 之一",
      en: "argument '\(name)' must be one of \(choices.joined(separator: ", ")), not '\(text)'")
  }

  static func timedOut(milliseconds: Int) -> LocalizedText {
    LocalizedText(
      zh: "采集超过 \(milliseconds) 毫秒的时限", en: "collecting took longer than \(milliseconds) ms")
  }

  static func brokenShape(_ error: EvidenceShapeError) -> LocalizedText {
    LocalizedText(
      zh: "采集到的值不符合采集器声明的类型：\(error.description.zh)",
      en: "the value does not have the type that the collector declares: \(error.description.en)")
  }

  static func hostError(_ code: HostError.Code, _ subject: String) -> LocalizedText {
    switch code {
    case .notFound:
      LocalizedText(zh: "'\(subject)' 不存在", en: "'\(subject)' does not exist")
    case .denied:
      LocalizedText(zh: "无权读取 '\(subject)'", en: "no permission to read '\(subject)'")
    case .timedOut:
      LocalizedText(zh: "'\(subject)' 超时", en: "'\(subject)' took longer than it may")
    case .unsupported:
      LocalizedText(zh: "此类主机不支持 '\(subject)'", en: "this kind of host has no '\(subject)'")
    case .failed:
      LocalizedText(zh: "读取 '\(subject)' 失败", en: "reading '\(subject)' broke off")
    case .outsideRoot:
      LocalizedText(
        zh: "'\(subject)' 指向主机根目录之外", en: "'\(subject)' leads out of the host's root folder")
    case .tooLarge:
      LocalizedText(zh: "'\(subject)' 超过读取上限", en: "'\(subject)' is larger than may be read")
    case .notRegularFile:
      LocalizedText(zh: "'\(subject)' 不是普通文件", en: "'\(subject)' is not a regular file")
    }
  }
}
