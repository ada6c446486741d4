// Plumbline
// SPDX-License-Identifier: Apache-2.0

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The geometry of a radar chart: axes from a centre, one for each domain, clockwise from the top.
struct RadarChart {
  /// The width of the picture in its own units.
  static let width = 440
  /// The height of the picture.
  static let height = 340
  /// The length of an axis.
  private static let radius = 110.0

  /// How many axes there are, at least 3.
  let axes: Int

  /// Creates the chart, or returns `nil` when there are too few axes for an area.
  init?(axes: Int) {
    guard axes >= 3 else { return nil }
    self.axes = axes
  }

  /// Returns a polygon's corners, such as `220,60 315.3,225`, for one value for each axis.
  ///
  /// - Parameter hundredths: values in hundredths of a per cent, 0 to 10,000.
  func polygon(_ hundredths: [Int]) -> String {
    hundredths.enumerated().map { index, value in
      let point = point(axis: index, distance: Double(value) / 10_000)
      return "\(Self.rounded(point.x)),\(Self.rounded(point.y))"
    }.joined(separator: " ")
  }

  /// Returns the corners of the ring at a value.
  func ring(_ hundredths: Int) -> String {
    polygon(Array(repeating: hundredths, count: axes))
  }

  /// Returns the end of an axis.
  func end(of axis: Int) -> (x: String, y: String) {
    let point = point(axis: axis, distance: 1)
    return (Self.rounded(point.x), Self.rounded(point.y))
  }

  /// Returns where an axis's label stands, and how the text is anchored there.
  func label(of axis: Int) -> (x: String, y: String, alignment: String) {
    let point = point(axis: axis, distance: 1.13)
    let offset = point.x - Double(Self.width) / 2
    let alignment = abs(offset) < 8 ? "middle" : offset < 0 ? "end" : "start"
    return (Self.rounded(point.x), Self.rounded(point.y), alignment)
  }

  private func point(axis: Int, distance: Double) -> (x: Double, y: Double) {
    let angle = 2 * Double.pi * Double(axis) / Double(axes)
    return (
      Double(Self.width) / 2 + sin(angle) * distance * Self.radius,
      Double(Self.height) / 2 - cos(angle) * distance * Self.radius
    )
  }

  /// Returns a coordinate with one decimal, so that the last bit of a sine never shows.
  private static func rounded(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
