// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Turns libyaml's terse error into the rule that was broken, its place and the likely repair.
struct SyntaxError {
  private let failure: SyntaxFailure
  private let source: SourceText
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Where libyaml noticed the error.
  private let problem: Int
  /// Where what libyaml was reading began.
  private let context: Int

  init(
    _ failure: SyntaxFailure, source: SourceText, bytes: UnsafeBufferPointer<UInt8>, problem: Int,
    context: Int
  ) {
    self.failure = failure
    self.source = source
    self.bytes = bytes
    self.problem = min(problem, bytes.count)
    self.context = min(context, bytes.count)
  }

  /// The offset in whose line the error sits: the opening of a quote or bracket that is not closed,
  /// and of a key without a colon; else where the error was noticed.
  var lastSoundOffset: Int {
    switch failure.context {
    case "while scanning a quoted scalar", "while parsing a flow sequence",
      "while parsing a flow mapping", "while scanning a simple key":
      context
    default: problem
    }
  }

  var diagnostic: Diagnostic {
    switch failure.problem {
    case "found character that cannot start any token": return badStart
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return tab(at: problem)
    case "mapping values are not allowed in this context": return unexpectedColon
    case "found unexpected end of stream", "found unexpected document indicator":
      return unclosedQuote
    case "did not find expected ',' or ']'": return unclosedBracket("]")
    case "did not find expected ',' or '}'": return unclosedBracket("}")
    case "could not find expected ':'": return missingColon(in: context)
    case "did not find expected key", "did not find expected '-' indicator": return badIndentation
    case "did not find expected alphabetic or numeric character": return badName
    case "found unknown escape character": return unknownEscape
    case "did not find expected <document start>":
      return error(Messages.contentAfterDocument, at: problem..<lineEnd(problem))
    case "did not find expected node content": return missingValue
    default: return error(Messages.syntax(failure.problem), at: problem..<problem + 1)
    }
  }

  private var badStart: Diagnostic {
    guard problem < bytes.count else { return missingValue }
    if bytes[problem] == UInt8(ascii: "\t") { return tab(at: problem) }
    let character = source.text(in: problem..<problem + 1)
    return error(
      "reserved-character", Messages.reservedCharacter(character), at: problem..<problem + 1,
      fixIts: quoting(problem..<valueEnd(problem)))
  }

  private func tab(at offset: Int) -> Diagnostic {
    var start = min(offset, max(bytes.count - 1, 0))
    while start > 0, bytes[start - 1] == UInt8(ascii: "\t") { start -= 1 }
    var end = start
    while end < bytes.count, bytes[end] == UInt8(ascii: "\t") { end += 1 }
    let spaces = String(repeating: "  ", count: end - start)
    let fixIt = Diagnostic.FixIt(
      Messages.replaceTabs, edits: [.init(replace: SourceRange(start..<end), with: spaces)])
    return error("tab-indentation", Messages.tabIndentation, at: start..<end, fixIts: [fixIt])
  }

  private var unexpectedColon: Diagnostic {
    let line = lineStart(problem)
    guard let colon = (line..<problem).first(where: { isSeparator($0) }) else {
      let above = lineStart(max(0, line - 1))
      if isKeyWithoutSpace(above..<lineEnd(above)) { return missingColon(in: indented(above)) }
      return error(Messages.deeperThanNeighbours, at: indented(line)..<problem + 1)
    }
    let value = skipBlanks(colon + 1)..<valueEnd(colon + 1)
    return error(
      "unquoted-colon", Messages.unquotedColon, at: problem..<problem + 1, fixIts: quoting(value))
  }

  private var unclosedQuote: Diagnostic {
    let message =
      failure.problem == "found unexpected end of stream"
      ? Messages.endOfFile : Messages.documentMarker
    return error(
      "unclosed-quote", Messages.unclosedQuote, at: context..<lineEnd(context),
      notes: [.init(message, at: span(problem..<problem + 1))])
  }

  private func unclosedBracket(_ bracket: String) -> Diagnostic {
    let line = lineStart(problem)
    let above = context < line ? valueEnd(lineStart(line - 1)) : problem
    let isSeparated = above == 0 || ",[{".utf8.contains(bytes[above - 1])
    let start = isSeparated ? problem : above
    let end = start == problem ? max(problem, wordEnd(problem)) : start
    return error(
      "unclosed-bracket", Messages.unclosedBracket(bracket), at: start..<end,
      notes: [.init(Messages.openedHere, at: span(context..<context + 1))])
  }

  private func missingColon(in start: Int) -> Diagnostic {
    let end = lineEnd(start)
    var fixIts: [Diagnostic.FixIt] = []
    if let colon = (start..<end).first(where: { bytes[$0] == UInt8(ascii: ":") }), colon + 1 < end {
      let edit = Diagnostic.Edit(replace: SourceRange(colon + 1..<colon + 1), with: " ")
      fixIts = [.init(Messages.insertSpace, edits: [edit])]
    }
    return error("missing-colon", Messages.missingColon, at: start..<end, fixIts: fixIts)
  }

  private var badIndentation: Diagnostic {
    let isFirst = indented(lineStart(problem)) >= problem
    let isMapping = failure.problem == "did not find expected key"
    let message =
      !isFirst
      ? Messages.textAfterValue
      : isMapping ? Messages.notAKeyOfMapping : Messages.notAnElementOfSequence
    return error(
      message, at: problem..<lineEnd(problem),
      notes: [.init(Messages.collectionStart, at: span(context..<context + 1))])
  }

  private var badName: Diagnostic {
    let isAlias = failure.context == "while scanning an alias"
    let value = context..<valueEnd(context)
    return error(
      "invalid-anchor-name", Messages.anchorName(isAlias ? "*" : "&"), at: value,
      fixIts: quoting(value))
  }

  private var unknownEscape: Diagnostic {
    let slash = SourceRange(problem..<problem)
    return error(
      "unknown-escape", Messages.unknownEscape, at: problem..<problem + 2,
      fixIts: [.init(Messages.doubleBackslash, edits: [.init(replace: slash, with: "\\")])])
  }

  private var missingValue: Diagnostic {
    error(Messages.missingValue, at: problem..<max(problem, min(wordEnd(problem), bytes.count)))
  }
}

// MARK: - Building blocks

extension SyntaxError {
  private func error(
    _ id: String, _ message: LocalizedText, at range: Range<Int>, notes: [Diagnostic.Note] = [],
    fixIts: [Diagnostic.FixIt] = []
  ) -> Diagnostic {
    Diagnostic(id, message, at: span(range), notes: notes, fixIts: fixIts)
  }

  private func error(
    _ message: LocalizedText, at range: Range<Int>, notes: [Diagnostic.Note] = []
  ) -> Diagnostic {
    error("yaml-syntax", message, at: range, notes: notes)
  }

  private func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(source: source, range: SourceRange(range.clamped(to: 0..<bytes.count)))
  }

  /// Returns the repair that puts a value in single quotes; none when it already has quotes.
  private func quoting(_ range: Range<Int>) -> [Diagnostic.FixIt] {
    let value = source.text(in: range)
    guard let first = value.first, first != "'", first != "\"" else { return [] }
    let quoted =
      "'" + value.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
      + "'"
    return [
      .init(Messages.quoteValue, edits: [.init(replace: SourceRange(range), with: quoted)])
    ]
  }

  private func isSeparator(_ offset: Int) -> Bool {
    bytes[offset] == UInt8(ascii: ":") && offset + 1 < bytes.count
      && bytes[offset + 1] <= UInt8(ascii: " ")
  }

  /// Whether a line has a colon, but none that makes a key.
  private func isKeyWithoutSpace(_ line: Range<Int>) -> Bool {
    let colons = line.filter { bytes[$0] == UInt8(ascii: ":") }
    return !colons.isEmpty && !colons.contains { isSeparator($0) }
  }

  private func lineStart(_ offset: Int) -> Int {
    var index = min(offset, bytes.count)
    while index > 0, !bytes[index - 1].isLineBreak { index -= 1 }
    return index
  }

  private func lineEnd(_ offset: Int) -> Int {
    var index = min(offset, bytes.count)
    while index < bytes.count, !bytes[index].isLineBreak { index += 1 }
    return index
  }

  private func wordEnd(_ offset: Int) -> Int {
    var index = min(offset, bytes.count)
    while index < bytes.count, bytes[index] > UInt8(ascii: " ") { index += 1 }
    return index
  }

  private func skipBlanks(_ offset: Int) -> Int {
    let end = lineEnd(offset)
    var index = offset
    while index < end, bytes[index] <= UInt8(ascii: " ") { index += 1 }
    return index
  }

  private func indented(_ line: Int) -> Int { skipBlanks(line) }

  /// Returns the end of a plain value in its line, before a comment and blanks.
  private func valueEnd(_ offset: Int) -> Int {
    var end = lineEnd(offset)
    for index in offset..<max(offset, end - 1)
    where bytes[index] == UInt8(ascii: " ") && bytes[index + 1] == UInt8(ascii: "#") {
      end = index
      break
    }
    while end > offset, bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    return end
  }
}
