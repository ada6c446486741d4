// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension Planner {
  /// The units that computing a constant may cost; what is dearer is computed when evaluated.
  private static let foldingLimit = 10_000

  /// Notes what an expression reads, from what its children read.
  mutating func noteReads(_ id: Expression.ID) {
    var sum = Reads()
    for child in checked.tree[id].kind.children where nodes[child] != nil {
      sum.isVariable = sum.isVariable || reads[child].isVariable
      sum.locals |= reads[child].locals
    }
    switch checked.references[id] {
    case .variable: sum = Reads(isVariable: true)
    case .local(let slot): sum = slot < 64 ? Reads(locals: 1 << slot) : Reads(isVariable: true)
    default: break
    }
    for slot in checked.slots[id] ?? [] where slot < 64 { sum.locals &= ~(1 << slot) }
    reads[id] = sum
  }

  /// Returns the value of a node that reads nothing; `nil` when it has none or is too dear.
  func folded(_ node: Node) -> Node? {
    let result = Program.run(
      Activation(), slotCount: slotCount, limit: Planner.foldingLimit
    ) { machine -> CELValue? in
      do throws(Stop) {
        return try node.evaluate(&machine)
      } catch { return nil }
    }
    return result.map { ConstantNode($0, node.range) }
  }
}
