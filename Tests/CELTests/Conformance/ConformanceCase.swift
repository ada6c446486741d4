// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// One row of a conformance file.
struct ConformanceCase: Decodable, Sendable {
  struct Binding: Decodable, Sendable {
    var value: ConformanceValue?
    var error: [String]?
    var unknown: [String]?
  }

  struct Declaration: Decodable, Sendable {
    struct Overload: Decodable, Sendable {
      var id: String
      var params: [ConformanceType]?
      var result: ConformanceType
      var member: Bool?
    }

    var name: String
    var ident: ConformanceType?
    var function: [Overload]?
  }

  struct Expected: Decodable, Sendable {
    var value: ConformanceValue?
    var type: ConformanceType?
    var error: [String]?
  }

  var id: String
  var file: String
  var section: String
  var expr: String
  var disableCheck: Bool?
  var disableMacros: Bool?
  var checkOnly: Bool?
  var container: String?
  var typeEnv: [Declaration]?
  var bindings: [String: Binding]?
  var expected: Expected

  enum CodingKeys: String, CodingKey {
    case id, file, section, expr, container, bindings, expected
    case disableCheck = "disable_check"
    case disableMacros = "disable_macros"
    case checkOnly = "check_only"
    case typeEnv = "type_env"
  }

  /// Reads the rows of a file; throws with the number of a line that is not a row.
  static func read(_ path: String) throws -> [ConformanceCase] {
    let data = try Data(contentsOf: URL(filePath: path))
    let decoder = JSONDecoder()
    return try data.split(separator: UInt8(ascii: "\n")).map {
      try decoder.decode(ConformanceCase.self, from: $0)
    }
  }
}

/// A value in a conformance file: a tag and a payload.
indirect enum ConformanceValue: Decodable, Sendable {
  case scalar(String, String)
  case bool(Bool)
  case list([ConformanceValue])
  case map([[ConformanceValue]])
  case optional(ConformanceValue?)

  enum CodingKeys: String, CodingKey { case t, v }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let tag = try container.decode(String.self, forKey: .t)
    switch tag {
    case "null": self = .scalar(tag, "")
    case "bool": self = .bool(try container.decode(Bool.self, forKey: .v))
    case "list": self = .list(try container.decode([ConformanceValue].self, forKey: .v))
    case "map": self = .map(try container.decode([[ConformanceValue]].self, forKey: .v))
    case "optional":
      self = .optional(try container.decodeIfPresent(ConformanceValue.self, forKey: .v))
    default: self = .scalar(tag, try container.decode(String.self, forKey: .v))
    }
  }
}

/// A type in a conformance file.
struct ConformanceType: Decodable, Sendable {
  var t: String
  var p: [ConformanceType]?
  var name: String?
}
