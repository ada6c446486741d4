// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import YAMLTree

/// Reads a register from YAML or CSV, and collects all that is wrong with it.
///
/// YAML holds a list of mappings; CSV names the columns on its first line. Columns may be named in
/// English or in Chinese. Files are in UTF-8; another encoding is refused instead of guessed at.
struct RecordDecoder {
  /// The register.
  let schema: RecordSchema
  private var diagnostics: [Diagnostic] = []

  private init(_ schema: RecordSchema) { self.schema = schema }

  /// Returns the records of a file, and all that is wrong with it in reading order.
  static func decode(
    _ source: SourceText, as schema: RecordSchema
  ) -> (records: [RecordEntry], diagnostics: [Diagnostic]) {
    if let offset = foreignByte(in: source) {
      let span = SourceSpan(source: source, range: SourceRange(offset..<offset))
      return ([], [Diagnostic("not-utf8", RecordMessages.notUTF8, at: span)])
    }
    var decoder = RecordDecoder(schema)
    let isCSV = source.name.lowercased().hasSuffix(".csv")
    let raw = isCSV ? decoder.readCSV(source) : decoder.readYAML(source)
    if raw.count > RecordSchema.countLimit {
      let message = RecordMessages.tooMany(RecordSchema.countLimit)
      return ([], [Diagnostic("too-many-records", message, at: raw[raw.count - 1].span)])
    }
    let records = raw.map { decoder.entry($0) }
    return (records, decoder.diagnostics.inReadingOrder())
  }

  /// Returns the offset of the first byte that cannot be UTF-8 text; `nil` when there is none.
  private static func foreignByte(in source: SourceText) -> Int? {
    let bytes = source.utf8
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return 0 }
    if let zero = bytes.firstIndex(of: 0) { return zero }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .error: return offset
      case .emptyInput: return nil
      }
    }
  }

  private mutating func readCSV(_ source: SourceText) -> [RawRecord] {
    let (records, problems) = CSVReader.read(source)
    diagnostics += problems
    return records
  }

  private mutating func readYAML(_ source: SourceText) -> [RawRecord] {
    let stream = YAMLParser().parse(source)
    diagnostics += stream.diagnostics
    guard let root = stream.documents.first?.root, !root.isNull, !root.isPlaceholder else {
      return []
    }
    if stream.documents.count > 1 {
      report(RecordMessages.oneDocument, at: stream.documents[1].root.span)
    }
    guard root.kind == .sequence else {
      report(RecordMessages.mustBeList(schema.title), at: root.span)
      return []
    }
    return root.elements.compactMap { element in
      if element.isPlaceholder { return nil }
      guard element.kind == .mapping else {
        report(RecordMessages.mustBeRecord, at: element.span)
        return nil
      }
      let cells = element.pairs.map { pair in
        (key: RawRecord.Text(text: pair.key.text, span: pair.key.span), value: value(pair.value))
      }
      return RawRecord(cells: cells, span: element.span)
    }
  }

  private func value(_ node: YAMLNode) -> RawRecord.Value {
    switch node.kind {
    case .scalar:
      let text = node.text.trimmingBlanks()
      let isEmpty = node.isNull || text.isEmpty || node.isPlaceholder
      return isEmpty ? .empty : .text(RawRecord.Text(text: text, span: node.span))
    case .sequence where node.elements.allSatisfy({ $0.kind == .scalar }):
      let texts = node.elements.filter { !$0.isNull }
        .map { RawRecord.Text(text: $0.text.trimmingBlanks(), span: $0.span) }
      return .list(texts, node.span)
    default: return .other(node.span)
    }
  }

  // MARK: - Columns

  private mutating func entry(_ raw: RawRecord) -> RecordEntry {
    var entry = RecordEntry(line: raw.span.position.line)
    var seen: Set<String> = []
    for (key, value) in raw.cells {
      guard let field = schema.field(key.text) else {
        reportUnknown(key, in: raw)
        continue
      }
      guard seen.insert(field.name).inserted else {
        report(RecordMessages.columnTwice(field), at: key.span, "duplicate-key")
        continue
      }
      if let (value, span) = self.value(value, of: field) {
        entry.cells[field.name] = (value, span.position.line)
      }
    }
    for field in schema.fields where field.isRequired && entry.cells[field.name] == nil {
      let wasGiven = raw.cells.contains { cell in
        if case .empty = cell.value { return false }
        return field.isNamed(cell.key.text)
      }
      // A value that is wrong was reported already.
      if !wasGiven { report(RecordMessages.missing(field), at: raw.span, "missing-value") }
    }
    return entry
  }

  private mutating func value(
    _ raw: RawRecord.Value, of field: RecordField
  ) -> (RecordValue, SourceSpan)? {
    switch raw {
    case .empty: return nil
    case .text(let cell):
      if let value = RecordValue(cell.text, as: field.kind) { return (value, cell.span) }
      let hint = RecordValue.rewritten(cell.text, as: field.kind)
      report(
        RecordMessages.wrongValue(field, found: cell.text, hint: hint), at: cell.span,
        "wrong-value")
      return nil
    case .list(let cells, let span):
      if case .list = field.kind { return (.list(cells.map(\.text)), span) }
      report(RecordMessages.wrongValue(field, found: nil, hint: nil), at: span, "wrong-value")
      return nil
    case .other(let span):
      report(RecordMessages.wrongValue(field, found: nil, hint: nil), at: span, "wrong-value")
      return nil
    }
  }

  private mutating func reportUnknown(_ key: RawRecord.Text, in raw: RawRecord) {
    // The header of a CSV file is wrong once, not once a record.
    let isReported = diagnostics.contains {
      $0.id == "unknown-key" && $0.location?.range == key.span.range
    }
    if isReported { return }
    let names = schema.fields.flatMap { [$0.name, $0.label.zh] }
    let suggestion = SpellingSuggestion.nearest(to: key.text, in: names)
    report(
      RecordMessages.unknownColumn(key.text, schema, suggestion: suggestion), at: key.span,
      "unknown-key")
  }

  private mutating func report(
    _ message: LocalizedText, at span: SourceSpan, _ id: String = "wrong-form"
  ) {
    diagnostics.append(Diagnostic(id, message, at: span))
  }
}
