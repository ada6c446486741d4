// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Reads an expression into a tree.
package struct Parser: Sendable {
  var lexer: Lexer
  var token = Token(kind: .end, range: SourceRange(0..<0))
  /// The end of the token before `token`.
  var lastEnd: UInt32 = 0
  var nodes: [Expression] = []
  /// The levels below each node.
  var heights: [Int] = []
  var depth = 0
  let limits: Limits
  let options: Options

  /// What the parser knows beside the language.
  package struct Options: Sendable, Hashable {
    /// Whether `has`, `all` and the like are macros; otherwise they are calls.
    package var expandsMacros = true
    /// Whether `cel.block` and its companions, which other tools generate, are understood.
    package var understandsBlocks = false

    package init() {}
  }

  /// Returns the tree of a text, or the first error.
  package static func parse(
    _ source: EmbeddedText, limits: Limits = .default, options: Options = Options()
  ) -> Result<SyntaxTree, DiagnosticsError> {
    do throws(SyntaxError) {
      var parser = Parser(lexer: Lexer(source.utf8), limits: limits, options: options)
      let root = try parser.parseWhole()
      return .success(SyntaxTree(source: source, nodes: parser.nodes, root: root))
    } catch {
      return .failure(DiagnosticsError([error.diagnostic(in: source)]))
    }
  }

  private init(lexer: Lexer, limits: Limits, options: Options) {
    self.lexer = lexer
    self.limits = limits
    self.options = options
    nodes.reserveCapacity(16)
    heights.reserveCapacity(16)
  }

  private mutating func parseWhole() throws(SyntaxError) -> Expression.ID {
    let size = lexer.utf8.count
    let whole = SourceRange(0..<size)
    if size > limits.sourceSize { throw .tooLarge(size, limit: limits.sourceSize, whole) }
    if lexer.utf8.contains(where: { $0 >= 0x80 }),
      String(validating: lexer.utf8, as: UTF8.self) == nil
    {
      throw .invalidEncoding(whole)
    }
    try advance()
    let root = try parseExpression()
    if token.kind != .end { throw unexpected(SyntaxError.theEnd) }
    return root
  }

  // MARK: Tokens

  mutating func advance() throws(SyntaxError) {
    lastEnd = token.range.end
    token = try lexer.next()
  }

  /// Takes a token when it is of a kind.
  mutating func accept(_ kind: Token.Kind) throws(SyntaxError) -> Bool {
    guard token.kind == kind else { return false }
    try advance()
    return true
  }

  mutating func expect(_ kind: Token.Kind, _ sign: String) throws(SyntaxError) {
    guard try accept(kind) else { throw unexpected(SyntaxError.sign(sign)) }
  }

  func unexpected(_ wanted: LocalizedText) -> SyntaxError {
    if token.kind == .end {
      let end = SourceRange(start: lastEnd, end: lastEnd)
      return .expected(wanted, found: "", end)
    }
    return .expected(wanted, found: text(of: token), token.range)
  }

  func text(of token: Token) -> String {
    String(decoding: lexer.utf8[token.range.bytes], as: UTF8.self)
  }

  // MARK: Nodes

  /// Adds a node that was written from an offset up to the last token taken.
  mutating func add(_ kind: Expression.Kind, from start: UInt32) throws(SyntaxError)
    -> Expression.ID
  {
    let range = SourceRange(start: start, end: lastEnd)
    let height = 1 + kind.children.reduce(0) { max($0, heights[$1]) }
    if height > limits.nesting { throw .tooDeep(limit: limits.nesting, range) }
    nodes.append(Expression(kind: kind, range: range))
    heights.append(height)
    return nodes.count - 1
  }

  /// Goes one level deeper into brackets; throws when that is too deep.
  mutating func descend() throws(SyntaxError) {
    depth += 1
    if depth > limits.nesting { throw .tooDeep(limit: limits.nesting, token.range) }
  }
}

extension SyntaxError {
  /// The error as a diagnostic that points into the file.
  func diagnostic(in source: EmbeddedText) -> Diagnostic {
    let span = source.span(of: range)
    let fixIts = replacement.map {
      [CheckerMessages.replace(with: $0, at: span.range)]
    }
    return Diagnostic(id, message, at: span, fixIts: fixIts ?? [])
  }
}
