// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A compiled expression, made once per catalog and evaluated many times, from any thread.
package final class Program: Sendable {
  /// The text as written, with the way back into its file.
  package let source: EmbeddedText
  /// The type of the result; `dyn` when only evaluation can tell.
  package let type: CELType
  /// The paths of variables that the expression reads, such as `sshd.permitrootlogin`, in order.
  package let references: [AccessPath]
  /// The parsed expression.
  package let tree: SyntaxTree
  /// The names and types, for explanations.
  let checked: CheckedTree
  /// The type of each node of the tree.
  package var types: [CELType] { checked.types }
  /// The node of each expression of the tree.
  let nodes: [Node?]
  /// The variables that the environment declares.
  let variables: [String: VariableDeclaration]
  /// The names of the fields that a declared type marks as sensitive.
  let sensitiveFields: Set<String>
  /// Whether evaluation may meet sensitive values, so that errors must not quote values.
  private let guardsSecrets: Bool
  private let root: Node
  /// Whether a result that is no truth value is an error.
  let mustBeBool: Bool
  let slotCount: Int
  let limits: Limits

  init(
    _ checked: CheckedTree, _ planner: Planner, root: Node, mustBeBool: Bool,
    _ environment: CELEnvironment
  ) {
    source = checked.tree.source
    type = checked.types[checked.tree.root]
    tree = checked.tree
    references = References.of(checked)
    self.checked = checked
    nodes = planner.nodes
    variables = environment.variables
    sensitiveFields = environment.sensitiveFields
    let declared = environment.variables
    guardsSecrets = references.contains { path in
      declared[path.variable].map { $0.isSensitive || $0.type.hasSensitiveFields } ?? false
    }
    self.root = root
    self.mustBeBool = mustBeBool
    slotCount = planner.slotCount
    limits = environment.limits
  }

  /// Evaluates with the values of variables.
  package func evaluate(_ activation: Activation) -> EvaluationResult {
    evaluateCounting(activation).result
  }

  /// Evaluates and returns the cost in units beside the result.
  package func evaluateCounting(
    _ activation: Activation
  ) -> (result: EvaluationResult, cost: Int) {
    Program.run(activation, slotCount: slotCount, limit: limits.cost) { machine in
      let result = result(&machine)
      return (result, machine.limit - max(machine.remaining, 0))
    }
  }

  private func result(_ machine: inout Machine) -> EvaluationResult {
    do throws(Stop) {
      return .value(
        mustBeBool ? .bool(try root.test(&machine)) : try root.evaluate(&machine))
    } catch {
      return shown(error)
    }
  }

  /// Returns the result for an end without a value, as it may be shown.
  func shown(_ stop: Stop) -> EvaluationResult {
    guardsSecrets ? stop.withoutValues.result : stop.result
  }

  /// Runs a body with a machine for an activation.
  @inline(__always)
  static func run<R>(
    _ activation: Activation, slotCount: Int, limit: Int, _ body: (inout Machine) -> R
  ) -> R {
    // At least one slot, so that computed constants have a place.
    let count = slotCount + 1
    return withUnsafePointer(to: activation) { activation in
      let variables = activation.pointee.values
      return variables.withUnsafeBufferPointer { variables in
        withUnsafeTemporaryAllocation(of: CELValue.self, capacity: count) { owned in
          owned.initialize(repeating: .null)
          defer { owned.deinitialize() }
          return withUnsafeTemporaryAllocation(of: UnsafePointer<CELValue>?.self, capacity: count) {
            locals in
            locals.initialize(repeating: nil)
            var machine = Machine(
              variables: variables.baseAddress,
              layoutIdentifier: activation.pointee.exceptions.isEmpty
                ? activation.pointee.layout.identifier : .max,
              activation: activation,
              locals: locals.baseAddress.unsafelyUnwrapped,
              owned: owned.baseAddress.unsafelyUnwrapped, remaining: limit, limit: limit)
            return body(&machine)
          }
        }
      }
    }
  }
}
