// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import YAMLTree

extension ScoringSource {
  init?(_ map: inout MappingReader) {
    let id = map.required("id", String.self)
    let title = map.required("title", LocalizedText.self)
    let source = map.required("source", String.self)
    let standing = map.enumeration("standing", Requirement.Standing.self)
    let note = map.optional("note", LocalizedText.self)
    guard let id, let title, let source, let standing else { return nil }
    self.init(id: id, title: title, source: source, standing: standing, note: note)
  }
}
