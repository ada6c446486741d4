// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// What the reader says about YAML that cannot be read.
enum Messages {
  // MARK: Characters and limits

  static let outOfMemory = LocalizedText(zh: "内存不足，无法读取", en: "not enough memory to read on")
  static let invalidUTF8 = LocalizedText(
    zh: "文件必须是 UTF-8 编码；此处的字节不是", en: "a file must be UTF-8; these bytes are not")
  static let invalidUTF16 = LocalizedText(
    zh: "UTF-16 或 UTF-32 编码的文件在此处损坏",
    en: "the file is encoded as UTF-16 or UTF-32 and is damaged here")

  static func controlCharacter(_ scalar: UInt32) -> LocalizedText {
    let hex = String(scalar, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    return LocalizedText(
      zh: "YAML 中不能有不可见字符 \(name)；请删除，或在双引号内用转义写出",
      en:
        "YAML must not contain the invisible character \(name); remove it, or escape it in double quotes"
    )
  }

  static func sizeLimit(_ limit: Int) -> LocalizedText {
    LocalizedText(zh: "YAML 文件不得超过 \(limit) 字节", en: "a YAML file must not exceed \(limit) bytes")
  }

  static func nestingLimit(_ limit: Int) -> LocalizedText {
    LocalizedText(zh: "嵌套不得超过 \(limit) 层", en: "nesting must not exceed \(limit) levels")
  }

  static func nodeLimit(_ limit: Int) -> LocalizedText {
    LocalizedText(zh: "YAML 文件的节点不得超过 \(limit) 个", en: "a YAML file must not exceed \(limit) nodes")
  }

  static func aliasLimit(_ limit: Int) -> LocalizedText {
    LocalizedText(
      zh: "别名展开后的节点不得超过 \(limit) 个", en: "aliases must not stand for more than \(limit) nodes")
  }

  // MARK: Keys, tags, anchors

  static func duplicateKey(_ key: String) -> LocalizedText {
    let key = quoted(key)
    return LocalizedText(
      zh: "同一映射中的键不得重复: \(key)", en: "a mapping must not have the key \(key) twice")
  }

  static let firstKey = LocalizedText(zh: "第一次出现在这里", en: "it is first given here")

  static func unknownTag(_ tag: String) -> LocalizedText {
    LocalizedText(
      zh: "未知的标签 \(quoted(tag))；只支持 !!str、!!int、!!float、!!bool、!!null、!!seq 和 !!map",
      en:
        "unknown tag \(quoted(tag)); only !!str, !!int, !!float, !!bool, !!null, !!seq and !!map are known"
    )
  }

  static func tagMismatch(_ name: String) -> LocalizedText {
    LocalizedText(zh: "内容与标签 '!!\(name)' 不符", en: "the content does not fit its tag '!!\(name)'")
  }

  static func undefinedAlias(_ name: String) -> LocalizedText {
    LocalizedText(
      zh: "别名 '*\(name)' 之前没有锚点 '&\(name)'",
      en: "alias '*\(name)' has no anchor '&\(name)' before it")
  }

  static func recursiveAlias(_ name: String) -> LocalizedText {
    LocalizedText(
      zh: "别名 '*\(name)' 不得位于其锚点所指的节点之内",
      en: "alias '*\(name)' must not stand inside its own anchor's node")
  }

  static let anchoredHere = LocalizedText(zh: "锚点所指的节点从这里开始", en: "the anchor's node starts here")
  static let invalidMerge = LocalizedText(
    zh: "'<<' 的值必须是映射，或映射的列表", en: "the value of '<<' must be a mapping or a list of mappings")

  static func anchorName(_ sign: String) -> LocalizedText {
    let zh = sign == "*" ? "别名" : "锚点"
    let en = sign == "*" ? "an alias" : "an anchor"
    return LocalizedText(
      zh: "以 '\(sign)' 开头的值是\(zh)，其名称只能由英文字母、数字、'-' 和 '_' 组成；文本请加引号",
      en:
        "a value that starts with '\(sign)' is \(en), whose name consists of ASCII letters, digits, '-' and '_'; quote a text"
    )
  }

  // MARK: Syntax

  static let tabIndentation = LocalizedText(
    zh: "缩进必须用空格，不得用制表符", en: "indentation must be spaces, not tabs")
  static let replaceTabs = LocalizedText(zh: "是否改用空格？", en: "replace by spaces?")
  static let unquotedColon = LocalizedText(
    zh: "含有 ': ' 的值必须加引号", en: "a value that contains ': ' must be quoted")
  static let quoteValue = LocalizedText(zh: "是否给该值加上引号？", en: "quote the value?")
  static let deeperThanNeighbours = LocalizedText(
    zh: "此处不能有键；键必须与同一映射的其他键缩进一致，其上一行的值必须为空",
    en:
      "a key is not allowed here; it must be indented as its neighbours, and a line above it that has a value cannot contain it"
  )
  static let missingColon = LocalizedText(
    zh: "键之后必须有冒号和空格", en: "a key must be followed by a colon and a space")
  static let insertSpace = LocalizedText(zh: "是否在冒号后加空格？", en: "insert a space after the colon?")
  static let unclosedQuote = LocalizedText(zh: "引号没有闭合", en: "the quote is not closed")
  static let endOfFile = LocalizedText(zh: "文件在这里结束", en: "the file ends here")
  static let documentMarker = LocalizedText(zh: "文档在这里结束", en: "the document ends here")
  static let openedHere = LocalizedText(zh: "从这里开始", en: "it is opened here")
  static let collectionStart = LocalizedText(zh: "从这里开始", en: "it starts here")
  static let textAfterValue = LocalizedText(
    zh: "值之后不能再有文字；整个值须用一对引号括起来", en: "no text may follow a value; quote the value as a whole")
  static let notAKeyOfMapping = LocalizedText(
    zh: "此行不是该映射的键；请检查缩进，以及键后的冒号",
    en: "this line is not a key of the mapping; check its indentation and the colon after the key")
  static let notAnElementOfSequence = LocalizedText(
    zh: "此行不是该列表的元素；元素以 '- ' 开头且缩进一致",
    en: "this line is not an element of the list; elements start with '- ' at the same indentation")
  static let unknownEscape = LocalizedText(
    zh: "双引号中没有这个转义；反斜杠须写成 '\\\\'，或改用单引号",
    en: "no such escape in double quotes; write a backslash as '\\\\', or use single quotes")
  static let doubleBackslash = LocalizedText(zh: "是否写成两个反斜杠？", en: "double the backslash?")
  static let contentAfterDocument = LocalizedText(
    zh: "文档已经结束；新文档须以 '---' 开头", en: "the document has ended; another one must start with '---'")
  static let missingValue = LocalizedText(
    zh: "此处需要一个值；以标点开头的文本须加引号",
    en: "a value is expected here; a text that starts with punctuation must be quoted")

  static func reservedCharacter(_ character: String) -> LocalizedText {
    LocalizedText(
      zh: "值不能以 '\(character)' 开头，除非加引号",
      en: "a value must not start with '\(character)' unless it is quoted")
  }

  static func unclosedBracket(_ bracket: String) -> LocalizedText {
    LocalizedText(
      zh: "此处需要 ',' 或 '\(bracket)'", en: "',' or '\(bracket)' is expected here")
  }

  static func didYouMean(_ word: String) -> LocalizedText {
    LocalizedText(zh: "是否想写 '\(word)'？", en: "did you mean '\(word)'?")
  }

  /// Returns the message for one of libyaml's rarer errors.
  static func syntax(_ problem: String) -> LocalizedText {
    rare[problem] ?? LocalizedText(zh: "YAML 语法错误: \(problem)", en: "YAML syntax error: \(problem)")
  }

  private static let rare: [String: LocalizedText] = [
    "block sequence entries are not allowed in this context": LocalizedText(
      zh: "以 '- ' 开头的元素必须另起一行", en: "an element that starts with '- ' must stand on its own line"),
    "mapping keys are not allowed in this context": LocalizedText(
      zh: "以 '? ' 开头的键必须另起一行", en: "a key that starts with '? ' must stand on its own line"),
    "did not find expected hexdecimal number": LocalizedText(
      zh: "'\\x'、'\\u'、'\\U' 之后必须是 2、4、8 位十六进制数",
      en: "'\\x', '\\u' and '\\U' must be followed by 2, 4 and 8 hexadecimal digits"),
    "found invalid Unicode character escape code": LocalizedText(
      zh: "转义必须表示一个 Unicode 字符", en: "an escape must stand for a Unicode character"),
    "found undefined tag handle": LocalizedText(
      zh: "标签的前缀必须先用 '%TAG' 声明", en: "a tag's prefix must be declared by '%TAG' first"),
    "did not find expected comment or line break": LocalizedText(
      zh: "此处之后只能是注释或换行", en: "only a comment or a line break may follow here"),
    "found an indentation indicator equal to 0": LocalizedText(
      zh: "'|' 和 '>' 之后的缩进必须是 1 到 9", en: "the indentation after '|' and '>' must be 1 to 9"),
    "found unexpected ':'": LocalizedText(
      zh: "含有 ':' 的值必须加引号", en: "a value that contains ':' must be quoted"),
    "found incompatible YAML document": LocalizedText(
      zh: "'%YAML' 的版本必须是 1.1 或 1.2", en: "the version of '%YAML' must be 1.1 or 1.2"),
    "found duplicate %YAML directive": LocalizedText(
      zh: "一个文档只能有一个 '%YAML'", en: "a document must not have '%YAML' twice"),
    "found duplicate %TAG directive": LocalizedText(
      zh: "一个前缀只能用 '%TAG' 声明一次", en: "a prefix must not be declared by '%TAG' twice"),
    "found unknown directive name": LocalizedText(
      zh: "以 '%' 开头的指令只有 '%YAML' 和 '%TAG'", en: "'%YAML' and '%TAG' are the only directives"),
  ]

  /// Returns a word from the input in quotes, cut when long.
  static func quoted(_ word: String) -> String {
    word.count > 60 ? "'\(word.prefix(60))…'" : "'\(word)'"
  }
}
