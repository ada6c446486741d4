// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Chronology
package import Diagnostics

/// A value that does not have the shape it must have.
package struct EvidenceShapeError: Error, Sendable, Hashable {
  /// The access path of the value that is missing or wrong.
  package var path: [String]
  /// The rule it breaks.
  package var message: LocalizedText

  package init(_ path: [String], _ message: LocalizedText) {
    self.path = path
    self.message = message
  }

  /// The path as people write it, such as `users[3].shell`.
  package var pathText: String {
    var text = ""
    for component in path {
      if Int(component) != nil {
        text += "[\(component)]"
      } else {
        text += text.isEmpty ? component : ".\(component)"
      }
    }
    return text
  }

  /// Path and rule in one text.
  package var description: LocalizedText {
    path.isEmpty
      ? message
      : LocalizedText(zh: "\(pathText)：\(message.zh)", en: "\(pathText): \(message.en)")
  }
}

/// The fields of an object, taken out one by one; what is left at the end is unknown.
package struct EvidenceFields {
  private var fields: EvidenceObject
  /// The access path of the object.
  package let path: [String]

  /// The fields of a value.
  ///
  /// - Throws: when the value is not an object.
  package init(_ value: EvidenceValue, at path: [String] = []) throws(EvidenceShapeError) {
    guard let object = value.objectValue else {
      throw EvidenceShapeError(path, EvidenceMessages.mustBe("object"))
    }
    self.fields = object
    self.path = path
  }

  /// Takes a field out; `nil` when it is missing.
  package mutating func optional(_ name: String) -> EvidenceValue? {
    defer { fields[name] = nil }
    return fields[name]
  }

  /// Makes the error for a field.
  package func wrong(_ name: String, _ message: LocalizedText) -> EvidenceShapeError {
    EvidenceShapeError(path + [name], message)
  }

  /// Checks that no field is left.
  package func finish() throws(EvidenceShapeError) {
    if let name = fields.keys.first { throw wrong(name, EvidenceMessages.unknownField) }
  }

  private mutating func required(_ name: String) throws(EvidenceShapeError) -> EvidenceValue {
    guard let value = optional(name) else { throw wrong(name, EvidenceMessages.missingField) }
    return value
  }

  /// Takes out a text.
  package mutating func string(_ name: String) throws(EvidenceShapeError) -> String {
    guard let text = try required(name).stringValue else {
      throw wrong(name, EvidenceMessages.mustBe("string"))
    }
    return text
  }

  /// Takes out a text that may be missing.
  package mutating func optionalString(_ name: String) throws(EvidenceShapeError) -> String? {
    fields[name] == nil ? nil : try string(name)
  }

  /// Takes out a whole number.
  package mutating func int(_ name: String) throws(EvidenceShapeError) -> Int64 {
    guard let number = try required(name).intValue else {
      throw wrong(name, EvidenceMessages.mustBe("int"))
    }
    return number
  }

  /// Takes out a whole number that may be missing.
  package mutating func optionalInt(_ name: String) throws(EvidenceShapeError) -> Int64? {
    fields[name] == nil ? nil : try int(name)
  }

  /// Takes out a truth value.
  package mutating func bool(_ name: String) throws(EvidenceShapeError) -> Bool {
    guard let value = try required(name).boolValue else {
      throw wrong(name, EvidenceMessages.mustBe("bool"))
    }
    return value
  }

  /// Takes out a point in time.
  package mutating func instant(_ name: String) throws(EvidenceShapeError) -> Instant {
    guard let instant = Instant(try string(name)) else {
      throw wrong(name, EvidenceMessages.mustBe("timestamp"))
    }
    return instant
  }

  /// Takes out a point in time that may be missing.
  package mutating func optionalInstant(_ name: String) throws(EvidenceShapeError) -> Instant? {
    fields[name] == nil ? nil : try instant(name)
  }

  /// Takes out one of a fixed set of words.
  package mutating func choice<Choice: RawRepresentable>(
    _ name: String, _ type: Choice.Type
  ) throws(EvidenceShapeError) -> Choice where Choice.RawValue == String {
    let word = try string(name)
    guard let choice = Choice(rawValue: word) else {
      throw wrong(name, EvidenceMessages.unknownWord(word))
    }
    return choice
  }

  /// Takes out a list of texts.
  package mutating func strings(_ name: String) throws(EvidenceShapeError) -> [String] {
    guard let values = try required(name).listValue else {
      throw wrong(name, EvidenceMessages.mustBe("list"))
    }
    let texts = values.compactMap(\.stringValue)
    guard texts.count == values.count else {
      throw wrong(name, EvidenceMessages.mustBe("list(string)"))
    }
    return texts
  }

  /// Takes out an object.
  package mutating func object(_ name: String) throws(EvidenceShapeError) -> EvidenceFields {
    try EvidenceFields(try required(name), at: path + [name])
  }

  /// Takes out an object with names that are not fixed.
  package mutating func dictionary(_ name: String) throws(EvidenceShapeError)
    -> [String: EvidenceValue]
  {
    let fields = try object(name).fields
    return Dictionary(fields.map { ($0.key, $0.value) }) { first, _ in first }
  }

  /// Takes out a text in every language that may be missing.
  package mutating func optionalText(_ name: String) throws(EvidenceShapeError) -> LocalizedText? {
    if fields[name] == nil { return nil }
    var texts = try object(name)
    let text = LocalizedText(zh: try texts.string("zh"), en: try texts.string("en"))
    try texts.finish()
    return text
  }

  /// Takes out a list of objects; a missing one is empty.
  package mutating func list<Element>(
    _ name: String, _ read: (inout EvidenceFields) throws(EvidenceShapeError) -> Element
  ) throws(EvidenceShapeError) -> [Element] {
    guard let value = optional(name) else { return [] }
    guard let values = value.listValue else { throw wrong(name, EvidenceMessages.mustBe("list")) }
    var elements: [Element] = []
    for (index, value) in values.enumerated() {
      var fields = try EvidenceFields(value, at: path + [name, String(index)])
      elements.append(try read(&fields))
      try fields.finish()
    }
    return elements
  }
}
