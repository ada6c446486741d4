// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CEL

struct ListFunctionsTests {
  private func numbers(_ values: [Int64]) -> [CELValue] { values.map { .int($0) } }

  @Test func `sorting is stable, and NaN comes first`() throws {
    let keys: [CELValue] = [.double(2), .double(.nan), .double(1), .double(2), .double(.nan)]
    let sorted = try ListFunctions.sort(numbers([0, 1, 2, 3, 4]), by: keys)
    #expect(sorted.map(\.intValue) == [1, 4, 2, 0, 3])
  }

  @Test func `sorting needs one type with an order`() {
    #expect(throws: FunctionFailure.mixedSortKeys("int", "double")) {
      try ListFunctions.sort(numbers([1, 2]), by: [.int(1), .double(2)])
    }
    #expect(throws: FunctionFailure.unorderedSortKey("list")) {
      try ListFunctions.sort(numbers([1]), by: [.list([])])
    }
  }

  @Test func `flattening is bounded in depth and size`() throws {
    var deep = CELList([])
    for _ in 0..<20_000 { deep = CELList([.list(deep)]) }
    #expect(try ListFunctions.flatten(deep, depth: .max).isEmpty)
    var wide = CELList(numbers([1, 2]))
    for _ in 0..<40 { wide = CELList([.list(wide), .list(wide)]) }
    #expect(throws: FunctionFailure.listTooLong) {
      try ListFunctions.flatten(wide, depth: .max)
    }
  }

  @Test func `a set knows numbers across types`() {
    let set = ValueSet([.int(1), .uint(.max), .double(2.5), .string("a"), .list([.int(3)])])
    for value: CELValue in [
      .uint(1), .double(1), .uint(.max), .double(2.5), .string("a"), .list([.double(3)]),
    ] {
      #expect(set.contains(value), "\(value)")
    }
    for value: CELValue in [
      .int(2), .int(-1), .double(.nan), .double(0x1p64), .string("A"), .bool(true), .null,
    ] {
      #expect(!set.contains(value), "\(value)")
    }
  }

  @Test func `joining cannot grow without bound`() throws {
    let megabyte = String(repeating: "x", count: 1 << 20)
    var text = TextBuilder()
    for _ in 0..<16 { try text.append(megabyte) }
    #expect(throws: FunctionFailure.textTooLong) { try text.append("x") }
  }
}
