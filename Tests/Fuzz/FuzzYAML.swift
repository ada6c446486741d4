// Plumbline
// SPDX-License-Identifier: Apache-2.0

// Compiled together with Sources/Diagnostics and Sources/YAMLTree by run.sh, as one module.

/// Reads bytes as YAML and walks all that comes of it; libFuzzer calls it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzYAML(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  var limits = YAMLLimits()
  limits.aliasedNodes = 10_000
  let stream = YAMLParser(limits: limits).parse(SourceText(name: "fuzz", utf8: bytes))
  let faults: Set = ["invalid-utf8", "control-character"]
  let isSound = !stream.diagnostics.contains { faults.contains($0.id) }
  for document in stream.documents { visit(document.root, isSound) }
  _ = DiagnosticRenderer(language: .chinese).render(stream.diagnostics)
  for diagnostic in stream.diagnostics { check(diagnostic.location) }
  return 0
}

/// Visits a node; the nesting limit, which follows aliases, bounds the recursion.
private func visit(_ node: YAMLNode, _ isSound: Bool) {
  check(node.span)
  switch node.kind {
  case .scalar:
    _ = node.scalar
    let embedded = node.embeddedText
    if isSound, !readsAgain(node) { fatalError("\(node.range) is read otherwise a second time") }
    for index in 0...embedded.utf8.count where index < 64 {
      check(embedded.span(of: SourceRange(index..<min(index + 1, embedded.utf8.count))))
    }
  case .sequence:
    for element in node.elements { visit(element, isSound) }
  case .mapping:
    for pair in node.pairs {
      visit(pair.key, isSound)
      visit(pair.value, isSound)
    }
  }
}

/// Whether the second reading of a plain or quoted scalar, for its places, gives the same text.
private func readsAgain(_ node: YAMLNode) -> Bool {
  let record = node.record
  guard !record.flags.contains(.isPlaceholder) else { return true }
  switch node.style {
  case .plain, .singleQuoted, .doubleQuoted:
    let range = Int(record.start)..<Int(record.end)
    return FlowScalarMap.map(node.document.source, range, node.style).text == node.utf8
  default: return true
  }
}

/// Stops the program when a place is outside its source.
private func check(_ span: SourceSpan?) {
  guard let span else { return }
  if span.range.start > span.range.end || Int(span.range.end) > span.source.utf8.count {
    fatalError("\(span.range) is outside \(span.source.utf8.count) bytes")
  }
}
