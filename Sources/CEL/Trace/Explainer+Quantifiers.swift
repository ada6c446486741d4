// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension Explainer {
  /// Explains `all`, `exists` or `exists_one` by the elements that decided.
  mutating func quantifier(
    _ id: Expression.ID, _ macro: Expression.Comprehension, _ machine: inout Machine
  ) -> Trace.Step {
    guard let loop = loop(of: id), let body = program.nodes[macro.body] else {
      return leaf(id, &machine)
    }
    let place: UnsafePointer<CELValue>
    var census: Census
    do throws(Stop) {
      place = try loop.target.locate(&machine)
      census = try self.census(macro, loop, place, body, &machine)
    } catch {
      shown.removeAll(keepingCapacity: true)
      var step = step(.quantifier, id, .stop(error), isSensitive: false)
      step.facts = facts(in: macro.target, &machine)
      return step
    }
    let outcome = Explainer.outcome(macro.macro, census)
    var step = Trace.Step(
      kind: .quantifier, range: range(id), text: tree.text(of: id), outcome: outcome)
    if outcome == .unknown {
      step.missing = (census.missing?.items ?? []).map { program.missing($0) }
    }
    if outcome == .error, let stop = census.firstError { explain(stop, in: &step) }
    step.elements = elements(macro, outcome, census, loop, place, &machine)
    shown.removeAll(keepingCapacity: true)
    step.facts = facts(in: macro.target, &machine)
    return step
  }

  private func loop(of id: Expression.ID) -> Loop? {
    switch program.nodes[id] {
    case let node as QuantifierNode: node.loop
    case let node as ExistsOneNode: node.loop
    default: nil
    }
  }

  /// Asks the condition for every element.
  private func census(
    _ macro: Expression.Comprehension, _ loop: Loop, _ place: UnsafePointer<CELValue>,
    _ body: Node, _ machine: inout Machine
  ) throws(Stop) -> Census {
    var census = Census()
    census.total = try loop.count(place)
    let conjuncts = conjuncts(macro)
    for index in 0..<census.total {
      try machine.charge(1, loop.range)
      loop.enter(index, of: place, &machine)
      do throws(Stop) {
        let holds =
          conjuncts.isEmpty
          ? try body.test(&machine) : try test(conjuncts, index, &census, &machine)
        if holds {
          census.holdingCount += 1
          if census.holding.count < options.elements { census.holding.append(index) }
        } else {
          census.breakingCount += 1
          if census.breaking.count < options.elements { census.breaking.append(index) }
        }
      } catch {
        if error.isFinal { throw error }
        note(error, index, in: &census)
      }
    }
    return census
  }

  private func note(_ stop: Stop, _ index: Int, in census: inout Census) {
    if let missing = stop.unknown {
      census.unknownCount += 1
      census.missing = census.missing?.union(missing) ?? missing
      if census.unknown.count < options.elements { census.unknown.append(index) }
    } else {
      census.failingCount += 1
      if census.firstError == nil { census.firstError = stop }
      if census.failing.count < options.elements { census.failing.append(index) }
    }
  }

  /// Returns the operands of a condition of `exists`, to tell how near an element is to meeting it.
  private func conjuncts(_ macro: Expression.Comprehension) -> [Node] {
    guard macro.macro != .all, case .logical(.and, let operands) = tree[macro.body].kind else {
      return []
    }
    return operands.compactMap { program.nodes[$0] }
  }

  private func test(
    _ conjuncts: [Node], _ index: Int, _ census: inout Census, _ machine: inout Machine
  ) throws(Stop) -> Bool {
    var met = 0
    var isBroken = false
    var pending: Stop?
    for conjunct in conjuncts {
      do throws(Stop) {
        if try conjunct.test(&machine) { met += 1 } else { isBroken = true }
      } catch {
        if error.isFinal { throw error }
        pending = .undecided(pending, error)
      }
    }
    if met == conjuncts.count { return true }
    if met > 0 { census.note(near: index, met: met, limit: options.elements) }
    if let pending, !isBroken { throw pending }
    return false
  }

  /// Returns what a quantifier came to.
  private static func outcome(
    _ macro: Expression.Comprehension.Macro, _ census: Census
  ) -> Trace.Outcome {
    let undecided: Trace.Outcome? =
      census.unknownCount > 0 ? .unknown : census.failingCount > 0 ? .error : nil
    switch macro {
    case .all: return census.breakingCount > 0 ? .false : undecided ?? .true
    case .exists: return census.holdingCount > 0 ? .true : undecided ?? .false
    default:
      if census.failingCount > 0 { return .error }
      return undecided ?? (census.holdingCount == 1 ? .true : .false)
    }
  }

  // MARK: Elements

  private mutating func elements(
    _ macro: Expression.Comprehension, _ outcome: Trace.Outcome, _ census: Census, _ loop: Loop,
    _ place: UnsafePointer<CELValue>, _ machine: inout Machine
  ) -> Trace.Elements {
    let choice = Explainer.choice(macro.macro, outcome, census)
    let paths = elementPaths(of: macro.target, &machine)
    let isTargetSensitive = isSensitive(macro.target, &machine)
    var shown: [Trace.Element] = []
    for index in choice.places where stepsLeft > 0 {
      loop.enter(index, of: place, &machine)
      var element = element(
        index, of: place, path: paths(index), isSensitive: isTargetSensitive)
      localPaths[loop.second ?? loop.first] = element.path
      if isTargetSensitive { sensitiveLocals.formUnion([loop.first, loop.second ?? loop.first]) }
      element.step = explain(macro.body, &machine)
      localPaths[loop.second ?? loop.first] = nil
      sensitiveLocals.subtract([loop.first, loop.second ?? loop.first])
      shown.append(element)
    }
    return Trace.Elements(
      macro: macro.name, total: census.total, holding: census.holdingCount,
      breaking: census.breakingCount, failing: census.failingCount, unknown: census.unknownCount,
      shown: shown, selection: choice.selection, more: max(0, choice.count - shown.count))
  }

  /// Returns which elements to show: those that decided.
  private static func choice(
    _ macro: Expression.Comprehension.Macro, _ outcome: Trace.Outcome, _ census: Census
  ) -> (selection: Trace.Elements.Selection, places: [Int], count: Int) {
    switch (macro, outcome) {
    case (_, .error): return (.failures, census.failing, census.failingCount)
    case (_, .unknown): return (.unknown, census.unknown, census.unknownCount)
    case (.all, .false): return (.counterexamples, census.breaking, census.breakingCount)
    case (.exists, .false), (.existsOne, .false):
      if census.holdingCount > 0 { return (.matches, census.holding, census.holdingCount) }
      let nearest = census.nearest.map(\.index)
      return nearest.isEmpty
        ? (.nearestMisses, Array(census.breaking.prefix(census.total <= 3 ? 3 : 0)), 0)
        : (.nearestMisses, nearest, 0)
    default: return (.matches, census.holding, census.holdingCount)
    }
  }

  /// Returns an element as the trace shows it, without its condition.
  func element(
    _ index: Int, of place: UnsafePointer<CELValue>, path: AccessPath?, isSensitive: Bool
  ) -> Trace.Element {
    var element = Trace.Element(index: index, path: path)
    let value: CELValue
    switch place.pointee {
    case .list(let list): value = list.base[index]
    case .map(let map):
      let key = printer.text(of: map.key(at: index), isSensitive: isSensitive)
      element.key = key.text
      if isSensitive { element.path = nil }
      value = map.base[index]
    default: return element
    }
    if !isSensitive, let identification = identification(of: value) {
      element.identification = identification
    } else {
      element.value = printer.text(of: value, isSensitive: isSensitive)
    }
    return element
  }

  /// Returns the field by which people recognise a record; for maps a name, id or path.
  private func identification(of value: CELValue) -> Trace.Identification? {
    switch value {
    case .record(let record):
      guard let name = record.type.identifyingField, let value = record[name] else { return nil }
      let isSensitive = record.type.field(name)?.isSensitive ?? false
      return .init(field: name, value: printer.text(of: value, isSensitive: isSensitive))
    case .map(let map):
      for name in ["name", "id", "path"] {
        if let place = map.place(of: CELString.make(name)) {
          return .init(
            field: name, value: printer.text(of: map.base[place], isSensitive: false))
        }
      }
      return nil
    default: return nil
    }
  }
}
