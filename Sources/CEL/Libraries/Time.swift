// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Chronology
import Diagnostics

extension FunctionLibrary {
  /// Points in time and lengths of time.
  static let time = FunctionLibrary(
    "time",
    LocalizedText(zh: "时间点与时长", en: "Points in time and lengths of time"),
    functions: [timestamp, duration, isoDuration] + selectors,
    types: ["google.protobuf.Timestamp": .timestamp, "google.protobuf.Duration": .duration])

  private static let timestamp = FunctionDeclaration(
    "timestamp",
    LocalizedText(
      zh: "RFC 3339 文本或自 1970-01-01T00:00:00Z 起的秒数所表示的时间点",
      en: "The point in time of an RFC 3339 text or of seconds since 1970-01-01T00:00:00Z"),
    [
      .global(
        "string_to_timestamp", [.string], .timestamp,
        examples: [
          FunctionExample(
            #"timestamp("2026-01-31T08:00:00+08:00") == timestamp("2026-01-31T00:00:00Z")"#, "true")
        ],
        specialization: .constant(argument: 0) {
          .timestamp(try Instant(timestamp: $0.string.text))
        },
        .unary { .timestamp(try Instant(timestamp: $0.string.text)) }),
      .global(
        "int_to_timestamp", [.int], .timestamp,
        examples: [FunctionExample(#"string(timestamp(0))"#, #""1970-01-01T00:00:00Z""#)],
        .unary { .timestamp(try Instant(timestampSeconds: $0.int)) }),
      .global("timestamp_to_timestamp", [.timestamp], .timestamp, .unary { $0 }),
    ])

  private static let duration = FunctionDeclaration(
    "duration",
    LocalizedText(
      zh: "文本所写的时长，单位为 h、m、s、ms、us、ns；一天写作 24h",
      en: "The length of time that a text writes in h, m, s, ms, us and ns; a day is 24h"),
    [
      .global(
        "string_to_duration", [.string], .duration,
        examples: [FunctionExample(#"duration("1h30m") == duration("5400s")"#, "true")],
        specialization: .constant(argument: 0) {
          .duration(nanoseconds: try DurationText.parse($0.string.text))
        },
        .unary { .duration(nanoseconds: try DurationText.parse($0.string.text)) }),
      .global("duration_to_duration", [.duration], .duration, .unary { $0 }),
    ])

  private static let isoDuration = FunctionDeclaration(
    "isoDuration",
    LocalizedText(
      zh: "ISO 8601 文本所写的时长，可用周、天、时、分、秒",
      en: "The length of time that an ISO 8601 text writes in weeks, days, hours, minutes, seconds"),
    [
      .global(
        "string_to_iso_duration", [.string], .duration,
        examples: [FunctionExample(#"isoDuration("P180D") == duration("4320h")"#, "true")],
        specialization: .constant(argument: 0) {
          .duration(nanoseconds: try ISO8601Duration.parse($0.string.text))
        },
        .unary { .duration(nanoseconds: try ISO8601Duration.parse($0.string.text)) })
    ])
}
