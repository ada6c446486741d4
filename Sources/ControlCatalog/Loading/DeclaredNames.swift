// Plumbline
// SPDX-License-Identifier: Apache-2.0

import YAMLTree

/// The names that the file of a control gives to its parts, those of faulty parts included.
///
/// A part that cannot be read is reported where it stands; what mentions its name elsewhere is not
/// at fault. Where a list of parts is itself unreadable, no name can be called unknown.
struct DeclaredNames {
  private let control: YAMLNode

  init(_ control: YAMLNode) {
    self.control = control
  }

  /// The names of the checks, in order.
  var checks: [String] { checkNodes.compactMap { $0["id"]?.text } }

  /// The names of the parameters, in order.
  var parameters: [String] { control["parameters"]?.pairs.map(\.key.text) ?? [] }

  /// Whether the names of all checks can be told.
  var knowsChecks: Bool {
    guard let list = control["checks"], list.kind == .sequence, !list.isTruncated else {
      return false
    }
    let names = checks.filter { Identifier(yamlText: $0) != nil }
    return Set(names).count == checkNodes.count
  }

  /// Whether the names of all parameters can be told.
  var knowsParameters: Bool {
    if let map = control["parameters"] { return map.kind == .mapping && !map.isTruncated }
    return !control.mayHaveLost("parameters")
  }

  /// Whether no check has a name, as far as can be told.
  func lacksCheck(_ name: String) -> Bool { knowsChecks && !checks.contains(name) }

  /// Whether no check asks a question under a name, as far as can be told.
  func lacksQuestion(_ name: String) -> Bool {
    guard knowsChecks else { return false }
    return !checkNodes.contains { check in
      check["id"]?.text == name && (check["question"] != nil || check.mayHaveLost("question"))
    }
  }

  /// Whether no check reads evidence under a name, as far as can be told.
  func lacksEvidence(_ name: String) -> Bool {
    guard knowsChecks else { return false }
    return checkNodes.allSatisfy { check in
      if check.mayHaveLost("evidence") { return false }
      guard let evidence = check["evidence"] else { return true }
      return evidence.count > 0 && !evidence.isTruncated && evidence[name] == nil
    }
  }

  /// Whether no parameter has a name, as far as can be told.
  func lacksParameter(_ name: String) -> Bool { knowsParameters && !parameters.contains(name) }

  private var checkNodes: [YAMLNode] { control["checks"]?.elements ?? [] }
}
