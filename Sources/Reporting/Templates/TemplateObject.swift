// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Mustache

/// An object as templates see it.
///
/// A name that the object has is never looked up further out, also when its value is absent: inside
/// a finding without a note, `{{note}}` is empty and not the note of what surrounds it.
struct TemplateObject: MustacheParent {
  private var fields: [String: Any] = [:]

  init(_ fields: KeyValuePairs<String, Any?>) {
    for (name, value) in fields { self.fields[name] = value ?? Absent() }
  }

  func child(named name: String) -> Any? { fields[name] }

  subscript(name: String) -> Any? {
    get { fields[name] }
    set { fields[name] = newValue ?? Absent() }
  }

  /// A value that a report does not have.
  private struct Absent: MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
  }
}
