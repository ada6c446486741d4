// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CEL

struct NumberTextTests {
  @Test(arguments: [
    (0.0, "0", "0"), (-0.0, "-0", "-0"), (1, "1", "1"), (123.456, "123.456", "123.456"),
    (-4.5e-3, "-0.0045", "-0.0045"), (1e21, "1e+21", "1000000000000000000000"),
    (1e-5, "1e-05", "0.00001"), (0.0001, "0.0001", "0.0001"), (100_000, "100000", "100000"),
    (1_234_567.5, "1234567.5", "1234567.5"),
    (1e100, "1e+100", "1" + String(repeating: "0", count: 100)),
    (1.5e-10, "1.5e-10", "0.00000000015"), (.nan, "NaN", "NaN"),
    (.infinity, "+Inf", "Infinity"),
    (-.infinity, "-Inf", "-Infinity"),
  ])
  func `is written with the fewest digits`(number: Double, shortest: String, positional: String) {
    #expect(DoubleText.format(number) == shortest)
    #expect(NumberText.positional(number) == positional)
  }

  @Test func `what is written is read back`() {
    var random = SplitMix(seed: 9)
    for _ in 0..<5_000 {
      let number = Double(bitPattern: random.next())
      if number.isNaN { continue }
      #expect(NumberText.double(DoubleText.format(number))?.bitPattern == number.bitPattern)
      #expect(NumberText.double(NumberText.positional(number))?.bitPattern == number.bitPattern)
    }
  }

  @Test(arguments: [
    (1.2345, 3, "1.234", "1.234e+00"), (2.5, 0, "2", "2e+00"), (1.5, 0, "2", "2e+00"),
    (123.4999, 3, "123.500", "1.235e+02"), (-1.2, 5, "-1.20000", "-1.20000e+00"),
    (1052.032911275, 6, "1052.032911", "1.052033e+03"), (.nan, 2, "NaN", "NaN"),
    (-.infinity, 2, "-Infinity", "-Infinity"),
  ])
  func `is rounded exactly`(number: Double, decimals: Int, fixed: String, scientific: String) {
    #expect(NumberText.fixed(number, decimals: decimals) == fixed)
    #expect(NumberText.scientific(number, decimals: decimals) == scientific)
  }

  @Test func `the largest number is written in full`() {
    let text = NumberText.fixed(-.greatestFiniteMagnitude, decimals: 100)
    #expect(text.utf8.count == 411 && text.hasPrefix("-17976931348623157"))
  }

  @Test(arguments: [
    ("0", 0), ("-0.0", -0.0), (".5", 0.5), ("5.", 5), ("+1e3", 1_000), ("6.02214e23", 6.02214e23),
    ("-84.32E7", -843_200_000), ("inf", .infinity), ("-Infinity", -.infinity),
    ("1e-400", 0),
  ])
  func `doubles are read`(text: String, number: Double) {
    #expect(NumberText.double(text)?.bitPattern == number.bitPattern)
  }

  @Test(arguments: [
    "", " 1", "1 ", "1e", "1e+", ".", "1.2.3", "0x10", "1_000", "1e400", "e5", "--1", "nan(1)",
    "1f",
  ])
  func `other doubles are refused`(text: String) {
    #expect(NumberText.double(text) == nil)
  }

  @Test func `integers are read strictly`() {
    #expect(NumberText.int("-9223372036854775808") == .min)
    #expect(NumberText.uint("18446744073709551615") == .max)
    for text in ["", " 1", "1.0", "9223372036854775808", "0x1", "1e3", "１"] {
      #expect(NumberText.int(text) == nil)
    }
    for text in ["", "-1", "-0", "18446744073709551616"] { #expect(NumberText.uint(text) == nil) }
  }

  @Test func `truth is read in Go's spellings`() {
    #expect(["1", "t", "T", "true", "TRUE", "True"].allSatisfy { NumberText.bool($0) == true })
    #expect(["0", "f", "F", "false", "FALSE", "False"].allSatisfy { NumberText.bool($0) == false })
    #expect(["", "TrUe", "yes", "no", " true"].allSatisfy { NumberText.bool($0) == nil })
  }
}
