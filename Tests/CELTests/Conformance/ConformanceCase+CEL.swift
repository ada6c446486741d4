// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Chronology
import Diagnostics
import Foundation

@testable import CEL

struct UnsupportedRow: Error, CustomStringConvertible {
  var description: String
}

extension ConformanceValue {
  /// The value in our form.
  func value() throws -> CELValue {
    switch self {
    case .bool(let truth): return .bool(truth)
    case .list(let elements): return .list(try elements.map { try $0.value() })
    case .map(let entries):
      return .map(
        try CELMap(try entries.map { (key: try $0[0].value(), value: try $0[1].value()) }))
    case .optional(let inner): return .optional(try inner?.value())
    case .scalar(let tag, let text): return try Self.scalar(tag, text)
    }
  }

  private static func scalar(_ tag: String, _ text: String) throws -> CELValue {
    switch tag {
    case "null": return .null
    case "int": return .int(Int64(text)!)
    case "uint": return .uint(UInt64(text)!)
    case "double": return .double(Double(text)!)
    case "string": return .string(text)
    case "bytes": return .bytes([UInt8](Data(base64Encoded: text)!))
    case "type":
      return .type(FunctionTable.all.types[text] ?? .abstract(text, []))
    case "timestamp": return .timestamp(try Instant(timestamp: text))
    case "duration": return .duration(nanoseconds: try DurationText.parse(text))
    default: throw UnsupportedRow(description: "value of type \(tag)")
    }
  }
}

extension ConformanceType {
  /// The type in our form.
  func type() throws -> CELType {
    let parameters = try (p ?? []).map { try $0.type() }
    switch t {
    case "dyn": return .dyn
    case "null": return .null
    case "bool": return .bool
    case "int": return .int
    case "uint": return .uint
    case "double": return .double
    case "string": return .string
    case "bytes": return .bytes
    case "timestamp": return .timestamp
    case "duration": return .duration
    case "list": return .list(parameters[0])
    case "map": return .map(parameters[0], parameters[1])
    case "type": return .type(parameters.first ?? .dyn)
    case "type_param": return .parameter(name ?? "")
    case "abstract":
      return name == "optional_type" ? .optional(parameters[0]) : .abstract(name ?? "", parameters)
    default: throw UnsupportedRow(description: "type \(t)")
    }
  }
}

extension ConformanceCase {
  /// What went wrong, or `nil` when the row holds.
  func failure() -> String? {
    do {
      let compilation = try compile()
      guard let program = compilation.program else {
        if expected.error != nil { return nil }
        let texts = compilation.diagnostics.map { "[\($0.id)] \($0.message.en)" }
        return "does not compile: \(texts.joined(separator: "; "))"
      }
      if let type = expected.type, try type.type() != program.type {
        return "type \(program.type), expected \(try type.type())"
      }
      if checkOnly == true { return nil }
      return try compare(program.evaluate(try activation()))
    } catch { return "\(error)" }
  }

  private func compile() throws -> Compilation {
    var limits = Limits()
    // Each entry of a block, which other tools generate, is a macro inside the one before.
    limits.macroNesting = 30
    var environment = CELEnvironment(limits: limits, container: container ?? "")
    environment.parserOptions.understandsBlocks = true
    environment.parserOptions.expandsMacros = disableMacros != true
    for declaration in typeEnv ?? [] {
      if let type = declaration.ident {
        environment.declare(declaration.name, try type.type())
      }
      for overload in declaration.function ?? [] {
        environment.declare(try declaration.declaration(of: overload))
      }
    }
    for name in (bindings ?? [:]).keys where environment.variables[name] == nil {
      environment.declare(name, .dyn)
    }
    let source = EmbeddedText(whole: SourceText(name: id, expr))
    return disableCheck == true
      ? environment.compileUnchecked(source) : environment.compile(source)
  }

  private func activation() throws -> Activation {
    var activation = Activation()
    for (name, binding) in bindings ?? [:] {
      if let value = binding.value {
        activation.bind(name, try value.value())
      } else if let missing = binding.unknown {
        activation.bind(name, unknown: missing.joined(separator: " "))
      } else {
        let text = binding.error?.joined(separator: " ") ?? ""
        activation.bind(name, error: FunctionFailure(LocalizedText(verbatim: text)))
      }
    }
    return activation
  }

  private func compare(_ result: EvaluationResult) throws -> String? {
    switch result {
    case .value(let value):
      if expected.error != nil { return "value \(value), expected an error" }
      guard let wanted = try expected.value?.value() else { return nil }
      return value.isIdentical(to: wanted) ? nil : "value \(value), expected \(wanted)"
    case .error(let error):
      return expected.error != nil ? nil : "error: \(error.message.en)"
    case .unknown(let set): return "unknown: \(set.evidence)"
    }
  }
}

extension ConformanceCase.Declaration {
  fileprivate func declaration(of overload: Overload) throws -> FunctionDeclaration {
    let parameters = try (overload.params ?? []).map { try $0.type() }
    let result = try overload.result.type()
    let implementation = FunctionImplementation.variadic { _ in
      throw FunctionFailure(LocalizedText(verbatim: "not implemented"))
    }
    return FunctionDeclaration(
      name, LocalizedText(verbatim: ""),
      [
        overload.member == true
          ? .member(overload.id, parameters, result, implementation)
          : .global(overload.id, parameters, result, implementation)
      ])
  }
}
