// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

// What evaluation says of values that an operator cannot answer for.
extension FunctionFailure {
  private init(
    zh: String, en: String, code: EvaluationError.Code = .invalidArgument
  ) {
    self.init(LocalizedText(zh: zh, en: en), code: code)
  }

  static func unexpected(_ text: String) -> FunctionFailure {
    FunctionFailure(zh: "函数失败：\(text)", en: "the function failed: \(text)")
  }

  static func invalidMapKey(_ key: CELValue) -> FunctionFailure {
    FunctionFailure(
      zh: "映射的键必须是 bool、int、uint 或 string，而不是 \(key.type.runtimeName)",
      en: "a map key must be a bool, int, uint or string, not a \(key.type.runtimeName)",
      code: .invalidMap)
  }

  static func duplicateMapKey(_ key: CELValue) -> FunctionFailure {
    FunctionFailure(
      zh: "映射的键 \(key) 只能出现一次", en: "map key \(key) must occur only once", code: .invalidMap)
  }

  static func overflow(_ type: String) -> FunctionFailure {
    FunctionFailure(
      zh: "结果超出 \(type) 的范围", en: "the result is out of the range of \(type)", code: .overflow)
  }

  static let divisionByZero = FunctionFailure(
    zh: "除数不得为零", en: "the divisor must not be zero", code: .divisionByZero)

  static func conversion(_ value: CELValue, to type: String) -> FunctionFailure {
    FunctionFailure(
      zh: "\(value) 不能转换为 \(type)", en: "\(value) cannot be converted to \(type)")
  }

  static let absentOptional = FunctionFailure(
    zh: "可选值不存在，不能读取", en: "an absent optional value cannot be read")
}

/// What evaluation says of facts that are missing or of another type.
enum EvaluationMessages {
  static func missingKey(
    _ key: CELValue, in container: CELValue, _ range: SourceRange
  ) -> EvaluationError {
    let name = key.stringValue ?? key.description
    var available: [String] = []
    if case .map(let map) = container {
      available = map.keys.map { $0.stringValue ?? $0.description }
    } else if case .record(let record) = container {
      available = record.fieldNames
    }
    return EvaluationError(
      .noSuchKey, LocalizedText(zh: "没有键或字段 '\(name)'", en: "no such key or field '\(name)'"),
      range: range, available: available,
      suggestion: SpellingSuggestion.nearest(to: name, in: available))
  }

  static func indexOutOfRange(
    _ index: CELValue, count: Int, _ range: SourceRange
  ) -> EvaluationError {
    EvaluationError(
      .indexOutOfRange,
      LocalizedText(
        zh: "列表只有 \(count) 个元素，没有下标 \(index)",
        en: "the list has \(count) elements and no index \(index)"), range: range)
  }

  static func noOverload(
    _ function: String, _ values: [CELValue], _ range: SourceRange
  ) -> EvaluationError {
    let name = OperatorNames.symbol(function)
    let types = values.map(\.type.runtimeName).joined(separator: ", ")
    return EvaluationError(
      .noSuchOverload,
      LocalizedText(zh: "'\(name)' 不接受 (\(types))", en: "'\(name)' does not take (\(types))"),
      range: range)
  }

  static let hidden = LocalizedText(
    zh: "此处无法对其值求值；该值可能敏感，故不显示",
    en: "there is no answer for the value here, which may be sensitive and is not shown")

  static func unbound(_ name: String, _ range: SourceRange) -> EvaluationError {
    EvaluationError(
      .unboundVariable,
      LocalizedText(zh: "变量 '\(name)' 没有值", en: "variable '\(name)' has no value"), range: range)
  }

  static func costLimit(_ limit: Int, _ range: SourceRange) -> EvaluationError {
    EvaluationError(
      .costLimit,
      LocalizedText(
        zh: "求值的开销不得超过 \(limit)", en: "an evaluation must not cost more than \(limit) units"),
      range: range)
  }
}
