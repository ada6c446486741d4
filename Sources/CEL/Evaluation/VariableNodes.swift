// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// A variable of the activation.
final class VariableNode: Node, @unchecked Sendable {
  let name: String
  /// The layout met last and the place of the variable in it.
  private let cache = PlaceCache()

  init(_ name: String, _ range: SourceRange) {
    self.name = name
    super.init(range, slot: 0)
  }

  override func evaluate(_ machine: inout Machine) throws(Stop) -> CELValue {
    try locate(&machine).pointee
  }

  override func locate(_ machine: inout Machine) throws(Stop) -> UnsafePointer<CELValue> {
    machine.remaining &-= 1
    if let place = cache.place(for: machine.layoutIdentifier) {
      return machine.variables.unsafelyUnwrapped + place
    }
    return try find(&machine)
  }

  private func find(_ machine: inout Machine) throws(Stop) -> UnsafePointer<CELValue> {
    guard let place = machine.activation.pointee.layout.places[name] else {
      throw Stop(reason: .unbound(name, range))
    }
    switch machine.activation.pointee.exceptions[place] {
    case .unknown(let evidence)?:
      throw .unknown(UnknownSet([.init(evidence: evidence, variable: name, range: range)]))
    case .error(let failure)?:
      throw .failure(FunctionFailure(failure.message, code: .evidenceError), range)
    default: break
    }
    cache.remember(place, for: machine.layoutIdentifier)
    return machine.variables.unsafelyUnwrapped + place
  }
}

/// A variable of a macro.
final class LocalNode: Node, @unchecked Sendable {
  let local: Int

  init(_ local: Int, _ range: SourceRange) {
    self.local = local
    super.init(range, slot: 0)
  }

  override func evaluate(_ machine: inout Machine) throws(Stop) -> CELValue {
    try locate(&machine).pointee
  }

  override func locate(_ machine: inout Machine) throws(Stop) -> UnsafePointer<CELValue> {
    machine.remaining &-= 1
    if let place = machine.locals[local] { return place }
    throw machine.failures[local] ?? Stop(reason: .unbound("", range))
  }
}
