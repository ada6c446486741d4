// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import Diagnostics

/// The registers of a new assessment folder: comments that explain every column, and an example.
enum StarterRecords {
  /// The files in the order of their names.
  static func files(in language: Language) -> [StarterFolder.File] {
    RecordSchema.all.map {
      StarterFolder.File(path: "records/\($0.fileName).yaml", text: text(of: $0, language))
    }.sorted { $0.path < $1.path }
  }

  private static func text(of schema: RecordSchema, _ language: Language) -> String {
    func say(_ zh: String, _ en: String) -> String { LocalizedText(zh: zh, en: en)[language] }
    var lines = [
      schema.title[language],
      say(
        "去掉示例行首的 '# ' 并改成实际内容，每条记录以 '- ' 开头；没有记录时保持原样。也可改用 \(schema.fileName).csv：首行写列名（中英文均可），以 UTF-8 保存。",
        "Take '# ' off the example and put in your own; each record starts with '- '. Leave the file as it is while there is no record. \(schema.fileName).csv works as well: column names on the first line, saved as UTF-8."
      ),
    ].flatMap(CommentWrapping.lines)
    lines.append("")
    for field in schema.fields {
      let need = field.isRequired ? say("必填", "required") : say("可不填", "optional")
      let head =
        language == .chinese
        ? "\(field.name) \(field.label.zh)（\(need)）：" : "\(field.name) (\(need)): "
      lines += CommentWrapping.lines(of: head + field.doc[language]).enumerated().map {
        $0 == 0 ? $1 : "  \($1)"
      }
    }
    lines.append("")
    for (index, value) in schema.sample.enumerated() {
      let text = say(value.zh, value.en)
      lines.append(
        (index == 0 ? "- " : "  ") + value.field + ":" + (text.isEmpty ? "" : " \(text)"))
    }
    return lines.map { $0.isEmpty ? "#\n" : "# \($0)\n" }.joined()
  }
}
