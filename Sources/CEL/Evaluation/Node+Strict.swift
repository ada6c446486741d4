// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension Node {
  typealias Place = UnsafePointer<CELValue>

  /// Returns where two operands are. An error in one beats missing evidence in the other.
  @inline(__always)
  static func locate(
    _ left: Node, _ right: Node, _ machine: inout Machine
  ) throws(Stop) -> (Place, Place) {
    let first: Place
    do throws(Stop) {
      first = try left.locate(&machine)
    } catch {
      throw strictest(error, [right], &machine)
    }
    return (first, try right.locate(&machine))
  }

  /// Returns the values of operands. An error in one beats missing evidence in another.
  static func evaluate(
    _ nodes: [Node], _ machine: inout Machine
  ) throws(Stop) -> [CELValue] {
    var values: [CELValue] = []
    values.reserveCapacity(nodes.count)
    for (index, node) in nodes.enumerated() {
      do throws(Stop) {
        values.append(try node.evaluate(&machine))
      } catch {
        throw strictest(error, Array(nodes[(index + 1)...]), &machine)
      }
    }
    return values
  }

  /// Returns what a strict operation ends with when an operand has ended with `stop` and the others
  /// are still to be evaluated: the first error, otherwise all missing evidence.
  static func strictest(_ stop: Stop, _ rest: [Node], _ machine: inout Machine) -> Stop {
    guard var missing = stop.unknown else { return stop }
    for node in rest {
      do throws(Stop) {
        _ = try node.locate(&machine)
      } catch {
        guard let more = error.unknown else { return error }
        missing = missing.union(more)
      }
    }
    return .unknown(missing)
  }
}

extension Stop {
  /// Returns what a logical operator ends with when no operand decided: missing evidence beats
  /// errors, because what is missing might decide.
  static func undecided(_ first: Stop?, _ second: Stop) -> Stop {
    guard let first else { return second }
    switch (first.unknown, second.unknown) {
    case (let a?, let b?): return .unknown(a.union(b))
    case (nil, _?): return second
    default: return first
    }
  }
}
