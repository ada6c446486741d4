// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Reads YAML into documents whose every node knows its place, and reports all that is wrong.
///
/// The reader follows YAML 1.2.2 with the core schema (see `YAMLScalar`) on top of libyaml. It reads
/// UTF-8, UTF-16 and UTF-32, with or without a byte order mark. Anchors, aliases and merge keys
/// work. Duplicate keys, tags outside the core schema, aliases without an anchor, forbidden
/// characters and tabs in indentation are errors. After a syntax error reading starts anew at the
/// next key of the outermost mapping, element of the outermost sequence, or document, so that one
/// pass finds more than one error.
package struct YAMLParser: Sendable {
  /// The limits that stop hostile input.
  package var limits: YAMLLimits

  package init(limits: YAMLLimits = YAMLLimits()) {
    self.limits = limits
  }

  /// Reads a source text; never fails, but the stream's diagnostics may have errors.
  package func parse(_ source: SourceText) -> YAMLStream {
    if source.utf8.count > limits.sourceSize {
      return refused(source, limits.sourceSize)
    }
    let (source, invalid) = SourceEncoding.transcode(source)
    if source.utf8.count > limits.sourceSize {
      return refused(source, limits.sourceSize)
    }
    let check = source.utf8.withUnsafeBufferPointer { CharacterCheck($0) }
    let text = check.faults.isEmpty ? source.utf8 : check.repaired(source.utf8)
    return text.withUnsafeBufferPointer { bytes in
      var builder = TreeBuilder(
        source: source, bytes: bytes, isASCII: check.isASCII, limits: limits)
      builder.reportFaults(check.faults, undecodable: invalid)
      builder.build()
      return YAMLStream(
        source: source, documents: builder.documents,
        diagnostics: builder.diagnostics.inReadingOrder())
    }
  }

  private func refused(_ source: SourceText, _ limit: Int) -> YAMLStream {
    let start = SourceSpan(source: source, range: SourceRange(0..<0))
    let diagnostic = Diagnostic("size-limit", Messages.sizeLimit(limit), at: start)
    return YAMLStream(source: source, documents: [], diagnostics: [diagnostic])
  }
}

extension TreeBuilder {
  /// Reports bytes that are not text and characters that may not stand in YAML.
  fileprivate mutating func reportFaults(
    _ faults: [CharacterCheck.Fault], undecodable: [Int]
  ) {
    for offset in undecodable {
      report("invalid-utf16", Messages.invalidUTF16, at: offset..<offset + 3)
    }
    for fault in faults {
      if let scalar = fault.scalar {
        report("control-character", Messages.controlCharacter(scalar), at: fault.range)
      } else {
        report("invalid-utf8", Messages.invalidUTF8, at: fault.range)
      }
    }
  }
}
