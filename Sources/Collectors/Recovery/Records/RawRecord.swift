// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// A record as a file has it, before its columns mean anything: the same for YAML and CSV.
struct RawRecord {
  /// A key or a value with its place.
  struct Text {
    var text: String
    var span: SourceSpan
  }

  /// What stands under a key.
  enum Value {
    /// Nothing.
    case empty
    /// One text.
    case text(Text)
    /// Several texts.
    case list([Text], SourceSpan)
    /// Something that no record has, such as a mapping.
    case other(SourceSpan)
  }

  /// The keys with their values, in order.
  var cells: [(key: Text, value: Value)]
  /// Where the record stands.
  var span: SourceSpan
}
