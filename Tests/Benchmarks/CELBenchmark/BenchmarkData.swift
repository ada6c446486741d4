// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Chronology
import Foundation

/// One rule to be measured.
struct BenchmarkRule: Decodable {
  var name: String
  var cel: String
}

/// JSON as it stands, for turning into values.
indirect enum JSONValue: Decodable {
  case null
  case bool(Bool)
  case int(Int64)
  case double(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int64.self) {
      self = .int(value)
    } else if let value = try? container.decode(Double.self) {
      self = .double(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// Returns the value, with texts that are RFC 3339 times as timestamps.
  func value(_ shapes: ShapeTable) -> CELValue {
    switch self {
    case .null: .null
    case .bool(let value): .bool(value)
    case .int(let value): .int(value)
    case .double(let value): .double(value)
    case .string(let value):
      (try? Instant(timestamp: value)).map { .timestamp($0) } ?? .string(value)
    case .array(let values): .list(values.map { $0.value(shapes) })
    case .object(let members):
      .map(
        members.sorted { $0.key < $1.key }.map { (.string($0.key), $0.value.value(shapes)) },
        shapes: shapes)
    }
  }
}

/// The rules and facts to measure with.
struct BenchmarkData {
  var rules: [BenchmarkRule]
  var facts: [String: JSONValue]
  /// The files, for peers to read.
  var rulesPath: String
  var factsPath: String

  /// Reads the files beside the package when they are there, otherwise makes rules and facts.
  static func load() throws -> BenchmarkData {
    let folder = "../shared/cel/bench"
    if let data = try? read("\(folder)/rules.json", "\(folder)/data.json") { return data }
    print("no \(folder): measuring with generated rules and facts")
    let directory = FileManager.default.temporaryDirectory
    let rules = directory.appending(path: "cel-benchmark-rules.json")
    let facts = directory.appending(path: "cel-benchmark-facts.json")
    try GeneratedData.rules.write(to: rules)
    try GeneratedData.facts.write(to: facts)
    return try read(rules.path, facts.path)
  }

  private static func read(_ rules: String, _ facts: String) throws -> BenchmarkData {
    let decoder = JSONDecoder()
    return BenchmarkData(
      rules: try decoder.decode(
        [BenchmarkRule].self, from: try Data(contentsOf: URL(filePath: rules))),
      facts: try decoder.decode(
        [String: JSONValue].self, from: try Data(contentsOf: URL(filePath: facts))),
      rulesPath: rules, factsPath: facts)
  }
}
