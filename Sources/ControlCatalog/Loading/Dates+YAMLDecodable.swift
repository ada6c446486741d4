// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Chronology
package import Diagnostics
import YAMLTree

extension CalendarDate: YAMLTextDecodable {
  package static var expectation: LocalizedText {
    LocalizedText(zh: "日历日期，形如 2026-01-31", en: "a calendar date such as 2026-01-31")
  }

  package init?(yamlText text: String) { self.init(text) }
}

extension CalendarPeriod: YAMLTextDecodable {
  package static var expectation: LocalizedText {
    LocalizedText(zh: "时间段，形如 P1Y、P6M 或 P90D", en: "a period such as P1Y, P6M or P90D")
  }

  package init?(yamlText text: String) { self.init(text) }
}

extension Instant: YAMLTextDecodable {
  package static var expectation: LocalizedText {
    LocalizedText(
      zh: "日期或时刻，形如 2026-01-31 或 2026-01-31T08:00:00+08:00",
      en: "a date or time such as 2026-01-31 or 2026-01-31T08:00:00+08:00")
  }

  package init?(yamlText text: String) { self.init(text) }
}
