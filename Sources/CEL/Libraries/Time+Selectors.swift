// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Chronology
import Diagnostics

extension FunctionLibrary {
  /// The functions that take parts of a timestamp in UTC or a zone, and of a duration.
  static let selectors: [FunctionDeclaration] = [
    selector(
      "getFullYear", "2026", LocalizedText(zh: "年份", en: "The year")
    ) { $0.date.year },
    selector(
      "getMonth", "0", LocalizedText(zh: "月份，从 0（一月）数起", en: "The month from 0 for January")
    ) { $0.date.month - 1 },
    selector(
      "getDate", "30", LocalizedText(zh: "日，从 1 数起", en: "The day of the month from 1")
    ) { $0.date.day },
    selector(
      "getDayOfMonth", "29", LocalizedText(zh: "日，从 0 数起", en: "The day of the month from 0")
    ) { $0.date.day - 1 },
    selector(
      "getDayOfYear", "29", LocalizedText(zh: "一年中的第几天，从 0 数起", en: "The day of the year from 0")
    ) { $0.dayOfYear },
    selector(
      "getDayOfWeek", "5",
      LocalizedText(zh: "星期几，从 0（星期日）数起", en: "The day of the week from 0 for Sunday")
    ) { $0.dayOfWeek },
    selector(
      "getHours", "23",
      LocalizedText(
        zh: "小时，从 0 至 23；时长则为总小时数", en: "The hour from 0 to 23; of a duration all its hours"),
      ofDuration: ("90m", "1", { $0 / (3_600 * DurationText.second) })
    ) { $0.hour },
    selector(
      "getMinutes", "31",
      LocalizedText(zh: "分钟，从 0 至 59；时长则为总分钟数", en: "The minute; of a duration all its minutes"),
      ofDuration: ("90m", "90", { $0 / (60 * DurationText.second) })
    ) { $0.minute },
    selector(
      "getSeconds", "30",
      LocalizedText(zh: "秒，从 0 至 59；时长则为总秒数", en: "The second; of a duration all its seconds"),
      ofDuration: ("90m", "5400", { $0 / DurationText.second })
    ) { $0.second },
    milliseconds,
  ]

  private typealias DurationPart = (
    text: String, result: String, part: @Sendable (Int64) -> Int64
  )

  private static func selector(
    _ name: String, _ result: String, _ documentation: LocalizedText,
    ofDuration durationPart: DurationPart? = nil,
    _ part: @escaping @Sendable (CivilTime) -> Int
  ) -> FunctionDeclaration {
    var declaration = FunctionDeclaration(
      name, documentation,
      inZones(
        name, example: FunctionExample("timestamp(\"2026-01-30T23:31:30Z\").\(name)()", result)
      ) { instant, zone in part(zone.civilTime(of: instant)) })
    if let durationPart {
      let part = durationPart.part
      declaration.overloads.append(
        .member(
          "duration_\(name)", [.duration], .int,
          examples: [
            FunctionExample("duration(\"\(durationPart.text)\").\(name)()", durationPart.result)
          ],
          .unary { .int(part($0.nanoseconds)) }))
    }
    return declaration
  }

  private static let milliseconds = FunctionDeclaration(
    "getMilliseconds",
    LocalizedText(
      zh: "不足一秒的毫秒数，从 0 至 999", en: "The milliseconds past the second, 0 to 999"),
    inZones(
      "getMilliseconds",
      example: FunctionExample(#"timestamp("2026-01-30T23:31:30.5Z").getMilliseconds()"#, "500")
    ) { instant, _ in Int(instant.nanoseconds / 1_000_000) }
      + [
        .member(
          "duration_getMilliseconds", [.duration], .int,
          examples: [FunctionExample(#"duration("1.25s").getMilliseconds()"#, "250")],
          .unary { .int($0.nanoseconds % DurationText.second / 1_000_000) })
      ])

  /// The overloads of a part of a timestamp, in UTC and in a zone by name or offset.
  private static func inZones(
    _ name: String, example: FunctionExample,
    _ part: @escaping @Sendable (Instant, TimeZoneName) -> Int
  ) -> [Overload] {
    [
      .member(
        "timestamp_\(name)", [.timestamp], .int, examples: [example],
        .unary { .int(Int64(part($0.instant, .utc))) }),
      .member(
        "timestamp_\(name)_with_tz", [.timestamp, .string], .int,
        specialization: FunctionSpecialization(argument: 1) { literal in
          let zone = try TimeZoneName(literal.string.text)
          return .binary { time, _ in .int(Int64(part(time.instant, zone))) }
        },
        .binary { time, zone in
          .int(Int64(part(time.instant, try TimeZoneName(zone.string.text))))
        }),
    ]
  }
}
