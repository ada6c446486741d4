// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension FunctionLibrary {
  /// The functions of cel-go's `math` extension, version 2.
  static let math = FunctionLibrary(
    "math",
    LocalizedText(zh: "最大值、取整、符号与位运算", en: "Extremes, rounding, signs and bits"),
    functions: [greatest, least] + rounding + [abs, sign, sqrt] + classification + bits)

  // MARK: Extremes

  private static let greatest = FunctionDeclaration(
    "math.greatest",
    LocalizedText(
      zh: "最大的数；参数可以是若干个数或一个列表，数的类型可以不同",
      en: "The greatest of some numbers or of a list of numbers, whose types may differ"),
    [
      .global(
        "math_greatest", [.dyn], .dyn,
        examples: [
          FunctionExample("math.greatest(1, 2.5, 2u)", "2.5"),
          FunctionExample("math.greatest([3, 5, 4])", "5"),
        ],
        isVariadic: true, cost: .traversal([0]),
        .variadic { try extreme($0, .greater) })
    ])

  private static let least = FunctionDeclaration(
    "math.least",
    LocalizedText(
      zh: "最小的数；参数可以是若干个数或一个列表，数的类型可以不同",
      en: "The least of some numbers or of a list of numbers, whose types may differ"),
    [
      .global(
        "math_least", [.dyn], .dyn,
        examples: [
          FunctionExample("math.least(1, 2.5, 2u)", "1"),
          FunctionExample("math.least([3, 5, 4])", "3"),
        ],
        isVariadic: true, cost: .traversal([0]),
        .variadic { try extreme($0, .less) })
    ])

  /// Returns the first number that no other surpasses in a direction.
  private static func extreme(
    _ arguments: [CELValue], _ direction: CELOrder
  ) throws(FunctionFailure) -> CELValue {
    var numbers = arguments
    if arguments.count == 1, case .list(let list) = arguments[0] { numbers = list.elements }
    guard var best = numbers.first else { throw .extremeOfNothing }
    for number in numbers {
      guard let order = number.numericOrder(best) else {
        throw .notANumber(number.numericOrder(.int(0)) == nil ? number : best)
      }
      if order == direction { best = number }
    }
    return best
  }

  // MARK: Rounding

  private static let rounding = [
    rounding(
      "ceil", "math.ceil(1.2)", "2.0", .up,
      LocalizedText(zh: "不小于该数的最小整数", en: "The least whole number not less")),
    rounding(
      "floor", "math.floor(-1.2)", "-2.0", .down,
      LocalizedText(zh: "不大于该数的最大整数", en: "The greatest whole number not greater")),
    rounding(
      "round", "math.round(-1.5)", "-2.0", .toNearestOrAwayFromZero,
      LocalizedText(
        zh: "最近的整数；恰在正中时取离零较远者",
        en: "The nearest whole number; of two equally near the one farther from zero")),
    rounding(
      "trunc", "math.trunc(-1.9)", "-1.0", .towardZero,
      LocalizedText(zh: "去掉小数部分的数", en: "The number without its decimals")),
  ]

  private static func rounding(
    _ name: String, _ expression: String, _ result: String, _ rule: FloatingPointRoundingRule,
    _ documentation: LocalizedText
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      "math." + name, documentation,
      [
        .global(
          "math_\(name)_double", [.double], .double,
          examples: [FunctionExample(expression, result)],
          .unary { .double($0.double.rounded(rule)) })
      ])
  }

  // MARK: Magnitude

  private static let abs = FunctionDeclaration(
    "math.abs",
    LocalizedText(zh: "绝对值", en: "The number without its sign"),
    [
      .global(
        "math_abs_int", [.int], .int, examples: [FunctionExample("math.abs(-11)", "11")],
        .unary {
          guard $0.int != .min else { throw FunctionFailure.absoluteValueOverflow }
          return .int(Swift.abs($0.int))
        }),
      .global("math_abs_uint", [.uint], .uint, .unary { $0 }),
      .global("math_abs_double", [.double], .double, .unary { .double($0.double.magnitude) }),
    ])

  private static let sign = FunctionDeclaration(
    "math.sign",
    LocalizedText(
      zh: "负数为 -1，零为 0，正数为 1，类型与参数相同",
      en: "-1 for negative numbers, 0 for zero, 1 for positive numbers, in the argument's type"),
    [
      .global(
        "math_sign_int", [.int], .int, examples: [FunctionExample("math.sign(-11)", "-1")],
        .unary { .int($0.int.signum()) }),
      .global("math_sign_uint", [.uint], .uint, .unary { .uint($0.uint == 0 ? 0 : 1) }),
      .global(
        "math_sign_double", [.double], .double,
        .unary {
          let number = $0.double
          return .double(number > 0 ? 1 : number < 0 ? -1 : number.isNaN ? .nan : 0)
        }),
    ])

  private static let sqrt = FunctionDeclaration(
    "math.sqrt",
    LocalizedText(
      zh: "平方根；负数的平方根是 NaN", en: "The square root, NaN for negative numbers"),
    [
      .global(
        "math_sqrt_int", [.int], .double, examples: [FunctionExample("math.sqrt(81)", "9.0")],
        .unary { .double(Double($0.int).squareRoot()) }),
      .global(
        "math_sqrt_uint", [.uint], .double, .unary { .double(Double($0.uint).squareRoot()) }),
      .global(
        "math_sqrt_double", [.double], .double, .unary { .double($0.double.squareRoot()) }),
    ])

  // MARK: Classification

  private static let classification = [
    classification(
      "isNaN", "math.isNaN(0.0 / 0.0)",
      LocalizedText(zh: "是否为 NaN", en: "Whether the number is NaN")
    ) { $0.isNaN },
    classification(
      "isInf", "math.isInf(-1.0 / 0.0)",
      LocalizedText(zh: "是否为无穷大", en: "Whether the number is infinite")
    ) { $0.isInfinite },
    classification(
      "isFinite", "math.isFinite(1.5)",
      LocalizedText(zh: "是否既非 NaN 也非无穷大", en: "Whether the number is neither NaN nor infinite")
    ) { $0.isFinite },
  ]

  private static func classification(
    _ name: String, _ expression: String, _ documentation: LocalizedText,
    _ test: @escaping @Sendable (Double) -> Bool
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      "math." + name, documentation,
      [
        .global(
          "math_\(name)_double", [.double], .bool,
          examples: [FunctionExample(expression, "true")],
          .unary { .bool(test($0.double)) })
      ])
  }
}
