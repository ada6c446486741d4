// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Takes secrets and personal numbers out of observations, and keeps account of what it took.
///
/// It would rather take too much than too little: a password in a report outlives the password in
/// the file. What it knows is the shape of texts and the names they stand under; a collector that
/// knows better names the paths of its secrets.
package struct Redactor {
  /// What was taken out so far.
  package private(set) var redactions: [Redaction] = []

  package init() {}

  /// Returns the value without the secrets in its texts and names.
  ///
  /// - Parameters:
  ///   - value: the value.
  ///   - secretPaths: access paths of texts that are secret whatever they look like.
  package mutating func redact(_ value: EvidenceValue, secretPaths: Set<[String]> = [])
    -> EvidenceValue
  {
    redact(value, at: [], under: nil, secretPaths)
  }

  /// Returns the bytes of a text that are secrets, in order.
  ///
  /// For collectors that cut a text in parts, of which none tells any more what it is.
  package static func secretRanges(in text: [UInt8]) -> [Range<Int>] {
    SecretPatterns.spans(in: text).map(\.range)
  }

  /// Whether a number that stands under a name is a secret, or stands for a person.
  ///
  /// Collectors of formats whose numbers are no texts make such a number a text, which is redacted.
  package static func isSecret(_ number: Int64, under name: String) -> Bool {
    PersonalNumbers.isPersonal(number)
      || (!(-999...999).contains(number) && SecretNames.kind(of: name) != nil)
  }

  private mutating func redact(
    _ value: EvidenceValue, at path: [String], under name: Redaction.Kind?,
    _ secretPaths: Set<[String]>
  ) -> EvidenceValue {
    let kind = name ?? (secretPaths.contains(path) ? .password : nil)
    switch value {
    case .null, .bool, .int, .double: return value
    case .string(let text):
      if let kind, !SecretNames.isHarmless(text) {
        return .string(replacement(for: text.utf8.count, kind, at: path))
      }
      return .string(redact(text: text, at: path))
    case .list(let values): return .list(redact(values, at: path, under: kind, secretPaths))
    case .object(let object): return .object(redact(object, at: path, under: kind, secretPaths))
    }
  }

  /// What holds no secret stays the same value, so that large evidence is not copied.
  private mutating func redact(
    _ object: EvidenceObject, at path: [String], under kind: Redaction.Kind?,
    _ secretPaths: Set<[String]>
  ) -> EvidenceObject {
    let count = redactions.count
    var result = EvidenceObject()
    result.reserveCapacity(object.count)
    let named = secretValue(of: object)
    for (key, value) in object {
      let plainKey = redact(text: key, at: path)
      let inherited = SecretNames.isReference(key) ? nil : kind
      let own = SecretNames.kind(of: lastLabel(of: key)) ?? (key == named?.key ? named?.kind : nil)
      result[plainKey] = redact(value, at: path + [plainKey], under: own ?? inherited, secretPaths)
    }
    return redactions.count == count ? object : result
  }

  /// A private key may be spread over the lines of a list.
  private mutating func redact(
    _ values: [EvidenceValue], at path: [String], under kind: Redaction.Kind?,
    _ secretPaths: Set<[String]>
  ) -> [EvidenceValue] {
    var isInsideKey = false
    var result: [EvidenceValue]?
    for (index, value) in values.enumerated() {
      let count = redactions.count
      let inner = path + [String(index)]
      let plain: EvidenceValue
      if let text = value.stringValue, isInsideKey || SecretPatterns.opensPrivateKey(text) {
        isInsideKey = !SecretPatterns.closesPrivateKey(text)
        plain = .string(replacement(for: text.utf8.count, .privateKey, at: inner))
      } else {
        plain = redact(value, at: inner, under: kind, secretPaths)
      }
      if redactions.count == count { continue }
      if result == nil { result = values }
      result?[index] = plain
    }
    return result ?? values
  }

  /// Returns a text without its secrets.
  package mutating func redact(text: String, at path: [String] = []) -> String {
    let bytes = Array(text.utf8)
    let spans = SecretPatterns.spans(in: bytes)
    if spans.isEmpty { return text }
    var output: [UInt8] = []
    var offset = 0
    for (range, kind) in spans where range.lowerBound >= offset {
      output += bytes[offset..<range.lowerBound]
      output += replacement(for: range.count, kind, at: path).utf8
      offset = range.upperBound
    }
    output += bytes[offset...]
    return String(decoding: output, as: UTF8.self)
  }

  /// Returns a text in every language without its secrets.
  package mutating func redact(_ text: LocalizedText) -> LocalizedText {
    let zh = redact(text: text.zh)
    // The languages repeat the same secret, which counts once.
    var other = Redactor()
    return LocalizedText(zh: zh, en: other.redact(text: text.en))
  }

  /// The field that holds a secret because the field beside it says so: `{name: …, value: …}`.
  private func secretValue(of object: EvidenceObject) -> (key: String, kind: Redaction.Kind)? {
    for (name, value) in [("name", "value"), ("key", "value"), ("Name", "Value"), ("Key", "Value")]
    {
      if object[value] != nil, let kind = object[name]?.stringValue.flatMap(SecretNames.kind) {
        return (value, kind)
      }
    }
    return nil
  }

  /// The last label of a path such as `client/password`, which names what its value is.
  private func lastLabel(of key: String) -> String {
    key.lastIndex(of: "/").map { String(key[key.index(after: $0)...]) } ?? key
  }

  private mutating func replacement(
    for length: Int, _ kind: Redaction.Kind, at path: [String]
  ) -> String {
    redactions.append(Redaction(path, kind, length: length))
    return "[redacted:\(kind.rawValue):\(length)]"
  }
}
