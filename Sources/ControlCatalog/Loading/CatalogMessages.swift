// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics

/// What the loader says about libraries.
enum CatalogMessages {
  // MARK: What mappings describe

  static let register = LocalizedText(zh: "法规登记", en: "register of a law or standard")
  static let requirement = LocalizedText(zh: "要求", en: "requirement")
  static let penalty = LocalizedText(zh: "罚则", en: "penalty")
  static let relation = LocalizedText(zh: "对应关系", en: "relation")
  static let catalog = LocalizedText(zh: "控制目录", en: "catalog")
  static let control = LocalizedText(zh: "控制", en: "control")
  static let check = LocalizedText(zh: "检查", en: "check")
  static let answer = LocalizedText(zh: "回答格式", en: "form of an answer")
  static let answerField = LocalizedText(zh: "回答字段", en: "field of an answer")
  static let parameter = LocalizedText(zh: "参数", en: "parameter")
  static let remediation = LocalizedText(zh: "整改建议", en: "remediation")
  static let risk = LocalizedText(zh: "风险", en: "risk")
  static let examples = LocalizedText(zh: "示例集", en: "set of examples")
  static let example = LocalizedText(zh: "示例", en: "example")
  static let fact = LocalizedText(zh: "组织情况", en: "fact of the organisation")
  static let factFile = LocalizedText(zh: "组织情况清单", en: "list of facts of the organisation")
  static let profile = LocalizedText(zh: "评估方案", en: "profile")
  static let inclusion = LocalizedText(zh: "选取范围", en: "selection")
  static let exclusion = LocalizedText(zh: "排除项", en: "exclusion")
  static let exemption = LocalizedText(zh: "豁免项", en: "exemption")
  static let glossary = LocalizedText(zh: "术语表", en: "glossary")
  static let term = LocalizedText(zh: "术语", en: "term")
  static let exemptionFile = LocalizedText(zh: "豁免清单", en: "list of exemptions")
  static let weights = LocalizedText(zh: "权重", en: "weights")
  static let grade = LocalizedText(zh: "结论等次", en: "grade")
  static let scoringTable = LocalizedText(zh: "计分表", en: "scoring table")
  static let bands = LocalizedText(zh: "分档", en: "pair of bands")
  static let readings = LocalizedText(zh: "未定情形的处理", en: "set of readings")
  static let reading = LocalizedText(zh: "未定情形的处理", en: "reading")
  static let names = LocalizedText(zh: "名称", en: "set of names")
  static let matrix = LocalizedText(zh: "矩阵", en: "matrix")

  // MARK: What is expected

  static func listType(_ element: CELType) -> LocalizedText {
    LocalizedText(zh: "列表（元素类型 \(element)）", en: "a list of \(element)")
  }

  static func mapType(_ value: CELType) -> LocalizedText {
    LocalizedText(zh: "名称到 \(value) 的映射", en: "a mapping from names to \(value)")
  }

  static func recordType(_ type: RecordType) -> LocalizedText {
    LocalizedText(zh: "\(type.name) 的映射", en: "a mapping of \(type.name)")
  }

  // MARK: Messages

  static let tooDeep = LocalizedText(zh: "嵌套过深", en: "the nesting is too deep")
  static let emptyRange = LocalizedText(
    zh: "下限不得大于上限", en: "the lower bound must not exceed the upper")
  static let matrixShape = LocalizedText(
    zh: "矩阵须为五行五列，级别须为五个递增的数",
    en: "a matrix must have five rows of five values, and five rising levels")
  static let risingLevels = LocalizedText(
    zh: "级别须为五个递增的整数", en: "levels must be five rising whole numbers")
  static let riskLevels = LocalizedText(
    zh: "风险级别须为 1 至 5", en: "a risk level must be from 1 to 5")
  static func matrixFits(_ rows: Int, _ columns: Int) -> LocalizedText {
    LocalizedText(
      zh: "按名称应有 \(rows) 行、每行 \(columns) 个值",
      en: "by the names there must be \(rows) rows of \(columns) values")
  }
  static let choiceOptions = LocalizedText(
    zh: "'options' 与类型 'choice' 须同时出现", en: "'options' and the type 'choice' go together")
  static let checkInput = LocalizedText(
    zh: "检查须有 'evidence' 或 'question' 之一，不可同时有",
    en: "a check must have either 'evidence' or 'question'")
  static let missingAnswer = LocalizedText(
    zh: "问题缺少键 'answer'", en: "a question lacks the key 'answer'")
  static let misplacedQuestionKey = LocalizedText(
    zh: "'per' 与 'answer' 只用于问题", en: "'per' and 'answer' are for questions only")
  static let missingCollector = LocalizedText(
    zh: "证据缺少键 'collector'", en: "evidence lacks the key 'collector'")

  static func unsupportedType(_ type: CELType) -> LocalizedText {
    LocalizedText(
      zh: "类型 \(type) 不能写在 YAML 中", en: "a value of type \(type) cannot be written in YAML")
  }

  static func unknownField(_ name: String, _ type: RecordType) -> LocalizedText {
    LocalizedText(zh: "\(type.name) 没有字段 '\(name)'", en: "\(type.name) has no field '\(name)'")
  }

  static func unknownCollector(_ name: String) -> LocalizedText {
    LocalizedText(zh: "没有名为 '\(name)' 的采集器", en: "unknown collector '\(name)'")
  }

  static func belowMinimum(_ parameter: Parameter, _ minimum: CELValue) -> LocalizedText {
    LocalizedText(
      zh: "'\(parameter.name)' 不得小于 \(minimum)",
      en: "'\(parameter.name)' must be at least \(minimum)")
  }

  static func aboveMaximum(_ parameter: Parameter, _ maximum: CELValue) -> LocalizedText {
    LocalizedText(
      zh: "'\(parameter.name)' 不得大于 \(maximum)",
      en: "'\(parameter.name)' must be at most \(maximum)")
  }

  static func notAllowed(_ parameter: Parameter) -> LocalizedText {
    let list = parameter.allowed.map { "\($0)" }.joined(separator: ", ")
    return LocalizedText(
      zh: "'\(parameter.name)' 须为以下之一: \(list)", en: "'\(parameter.name)' must be one of: \(list)")
  }

  static func factBounds(_ fact: OrganizationFact) -> LocalizedText {
    let range = "\(fact.minimum.map(String.init) ?? "…")–\(fact.maximum.map(String.init) ?? "…")"
    return LocalizedText(
      zh: "'\(fact.id)' 须在 \(range) 之间", en: "'\(fact.id)' must be within \(range)")
  }

  static func unknownOption(_ text: String, _ options: [String]) -> LocalizedText {
    let list = options.joined(separator: ", ")
    return LocalizedText(
      zh: "须为以下之一: \(list)；没有 '\(text)'", en: "must be one of: \(list); not '\(text)'")
  }

  // MARK: Diagnostics

  static func noFolder(_ path: String) -> Diagnostic {
    Diagnostic(
      "no-library",
      LocalizedText(
        zh: "没有目录 '\(path)' 或无权读取", en: "there is no folder '\(path)', or it cannot be read"),
      at: nil)
  }

  static func unreadable(_ path: String) -> Diagnostic {
    Diagnostic(
      "unreadable-file",
      LocalizedText(zh: "无法读取文件 '\(path)'", en: "the file '\(path)' cannot be read"),
      at: nil)
  }

  static func invalidName(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "invalid-name",
      LocalizedText(
        zh: "'\(name)' 须为\(Identifier.expectation.zh)",
        en: "'\(name)' must be \(Identifier.expectation.en)"), at: span)
  }

  static func foreignRequirement(_ requirement: Requirement, register: String) -> Diagnostic {
    Diagnostic(
      "foreign-requirement",
      LocalizedText(
        zh: "'\(requirement.id.text)' 须以 '\(register)/' 开头",
        en: "'\(requirement.id.text)' must start with '\(register)/'"), at: requirement.span)
  }

  static func duplicateCheck(_ check: Check, _ first: Check) -> Diagnostic {
    duplicate(check.id, at: check.span, first: first.span)
  }

  static func duplicate(_ name: String, at span: SourceSpan, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      "duplicate-name", LocalizedText(zh: "'\(name)' 重复", en: "'\(name)' occurs twice"), at: span,
      notes: [.init(LocalizedText(zh: "首次出现于此", en: "it occurs first here"), at: first)])
  }

  static func unknownCheck(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "unknown-check", LocalizedText(zh: "没有名为 '\(name)' 的检查", en: "unknown check '\(name)'"),
      at: span)
  }

  static func unknownQuestion(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "unknown-question",
      LocalizedText(zh: "没有名为 '\(name)' 的提问检查", en: "no check '\(name)' asks a question"), at: span)
  }

  static func unknownEvidence(
    _ name: String, _ known: [String], at span: SourceSpan
  ) -> Diagnostic {
    unknown("unknown-evidence", LocalizedText(zh: "证据", en: "evidence"), name, known, span)
  }

  static func unknownParameter(
    _ name: String, _ known: [String], at span: SourceSpan
  ) -> Diagnostic {
    unknown("unknown-parameter", parameter, name, known, span)
  }

  static func unknownFact(_ name: String, _ known: [String], at span: SourceSpan) -> Diagnostic {
    unknown("unknown-fact", fact, name, known, span)
  }

  static func unknownControl(_ name: String, _ known: [String], at span: SourceSpan) -> Diagnostic {
    unknown("unknown-control", control, name, known, span)
  }

  static func unknownCatalog(_ name: String, _ known: [String], at span: SourceSpan) -> Diagnostic {
    unknown("unknown-catalog", catalog, name, known, span)
  }

  static func unknownProfile(_ name: String, _ known: [String], at span: SourceSpan) -> Diagnostic {
    unknown("unknown-profile", profile, name, known, span)
  }

  static func unknownRequirement(
    _ citation: RequirementCitation, _ known: [String]
  ) -> Diagnostic {
    unknown("unknown-requirement", requirement, citation.id.text, known, citation.span)
  }

  static func inheritanceCycle(_ profile: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "inheritance-cycle",
      LocalizedText(
        zh: "方案 '\(profile)' 不能继承自身", en: "the profile '\(profile)' must not inherit from itself"),
      at: span)
  }

  static func settingForm(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "setting-form",
      LocalizedText(
        zh: "'\(name)' 须写成 '控制.参数'，形如 DAT-LOG-01.retention",
        en: "'\(name)' must name a control and a parameter, as DAT-LOG-01.retention"), at: span)
  }

  static func avoidedWord(
    _ word: String, _ term: LocalizedText, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "avoided-word",
      LocalizedText(
        zh: "术语表不用“\(word)”，写作“\(term.zh)”（\(term.en)）",
        en: "the glossary avoids '\(word)'; write '\(term.en)' (\(term.zh))"),
      severity: .warning, at: span)
  }

  static func misplacedFile(_ source: SourceText) -> Diagnostic {
    Diagnostic(
      "misplaced-file",
      LocalizedText(
        zh: "此处的文件没有意义；控制须放在 <目录>/<编号>.yaml",
        en: "a file here means nothing; a control belongs into <catalog>/<ID>.yaml"),
      at: SourceSpan(source: source, range: SourceRange(0..<0)))
  }

  static func fileName(_ id: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "file-name",
      LocalizedText(
        zh: "控制 '\(id)' 的文件须名为 '\(id).yaml'",
        en: "the file of control '\(id)' must be named '\(id).yaml'"),
      at: span)
  }

  static func catalogFolder(_ id: String) -> Diagnostic {
    Diagnostic(
      "catalog-folder",
      LocalizedText(
        zh: "目录 '\(id)' 须放在同名文件夹中", en: "the catalog '\(id)' must lie in a folder of that name"),
      at: nil)
  }

  static func unlistedControl(_ control: Control, catalog: String) -> Diagnostic {
    Diagnostic(
      "unlisted-control",
      LocalizedText(
        zh: "控制 '\(control.id)' 未列入 '\(catalog)/catalog.yaml'",
        en: "the control '\(control.id)' is not listed in '\(catalog)/catalog.yaml'"),
      at: control.span)
  }

  static func noCatalog(_ source: SourceText, folder: String) -> Diagnostic {
    Diagnostic(
      "no-catalog",
      LocalizedText(
        zh: "文件夹 '\(folder)' 缺少 catalog.yaml", en: "the folder '\(folder)' lacks a catalog.yaml"),
      at: SourceSpan(source: source, range: SourceRange(0..<0)))
  }

  /// Returns the diagnostic for a name that nothing has, with the nearest name that something has.
  private static func unknown(
    _ id: String, _ subject: LocalizedText, _ name: String, _ known: [String], _ span: SourceSpan
  ) -> Diagnostic {
    let near = SpellingSuggestion.nearest(to: name, in: known)
    // Only a name that stands by itself can be replaced.
    let isWhole = span.source.text(in: span.range) == name
    return Diagnostic(
      id, LocalizedText(zh: "没有名为 '\(name)' 的\(subject.zh)", en: "unknown \(subject.en) '\(name)'"),
      at: span,
      notes: near.map { near in
        isWhole ? [] : [.init(LocalizedText(zh: "是否想写 '\(near)'？", en: "did you mean '\(near)'?"))]
      } ?? [],
      fixIts: near.map { near in
        isWhole
          ? [
            .init(
              LocalizedText(zh: "是否想写 '\(near)'？", en: "did you mean '\(near)'?"),
              edits: [.init(replace: span.range, with: near)])
          ] : []
      } ?? [])
  }
}
