// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension Report {
  /// A share of whole things, kept exact.
  ///
  /// A share of nothing has no percentage: empty is never 100 %. In JSON the percentage stands
  /// beside the two numbers for those who read the file without Plumbline; it is not read back.
  package struct Rate: Codable, Hashable, Sendable {
    /// How many count.
    package var met: Int
    /// Out of how many.
    package var of: Int

    package init(met: Int, of: Int) {
      self.met = met
      self.of = of
    }

    /// The percentage in hundredths, rounded half up; `nil` of nothing.
    ///
    /// 100 % is only for all, and 0 % only for none, whatever rounding would give.
    package var hundredths: Int? {
      guard of > 0 else { return nil }
      let rounded = (met * 20_000 + of) / (2 * of)
      if met < of, rounded >= 10_000 { return 9_999 }
      if met > 0, rounded == 0 { return 1 }
      return rounded
    }

    /// The percentage such as `62.83%`; `nil` of nothing.
    package var percentage: String? {
      guard let hundredths else { return nil }
      let fraction = hundredths % 100
      return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)%"
    }

    private enum CodingKeys: String, CodingKey {
      case met, of, percentage
    }

    package init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      met = try container.decode(Int.self, forKey: .met)
      of = try container.decode(Int.self, forKey: .of)
      guard (0...max(0, of)).contains(met), of < Int.max / 20_001 else {
        throw DecodingError.dataCorruptedError(
          forKey: .met, in: container, debugDescription: "'met' must be between 0 and 'of'")
      }
    }

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(met, forKey: .met)
      try container.encode(of, forKey: .of)
      try container.encodeIfPresent(percentage, forKey: .percentage)
    }
  }
}
