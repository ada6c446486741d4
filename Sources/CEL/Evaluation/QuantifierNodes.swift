// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// `all` or `exists`: a chain of `&&` or `||` over the elements, with the same absorption.
final class QuantifierNode: PredicateNode, @unchecked Sendable {
  let loop: Loop
  let body: Node
  /// The value that decides: false for `all`.
  private let deciding: Bool

  init(_ loop: Loop, _ body: Node, isAll: Bool, _ range: SourceRange) {
    self.loop = loop
    self.body = body
    deciding = !isAll
    super.init(range, slot: 0)
  }

  override func test(_ machine: inout Machine) throws(Stop) -> Bool {
    var pending: Stop?
    var isDecided = false
    let body = self.body
    let deciding = self.deciding
    try loop.run(&machine) { (machine) throws(Stop) -> Bool in
      do throws(Stop) {
        if try body.test(&machine) == deciding {
          isDecided = true
          return false
        }
      } catch {
        if error.isFinal { throw error }
        pending = .undecided(pending, error)
      }
      return true
    }
    if isDecided { return deciding }
    if let pending { throw pending }
    return !deciding
  }
}

/// `exists_one`: whether the condition holds for exactly one element; an error is not absorbed.
final class ExistsOneNode: PredicateNode, @unchecked Sendable {
  let loop: Loop
  let body: Node

  init(_ loop: Loop, _ body: Node, _ range: SourceRange) {
    self.loop = loop
    self.body = body
    super.init(range, slot: 0)
  }

  override func test(_ machine: inout Machine) throws(Stop) -> Bool {
    var matches = 0
    var missing: Stop?
    let body = self.body
    try loop.run(&machine) { (machine) throws(Stop) -> Bool in
      do throws(Stop) {
        if try body.test(&machine) { matches += 1 }
      } catch {
        guard error.unknown != nil else { throw error }
        missing = .undecided(missing, error)
      }
      return true
    }
    if let missing { throw missing }
    return matches == 1
  }
}
