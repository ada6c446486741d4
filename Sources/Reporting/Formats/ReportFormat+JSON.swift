// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension ReportFormat {
  /// `report.json`: all of the report in every language, from which the others can be rendered.
  package static let json = ReportFormat(
    id: "json",
    name: LocalizedText(
      zh: "JSON：完整、带版本的报告数据", en: "JSON: the whole report as versioned data"),
    fileExtension: "json", mediaType: "application/json", isLocalized: false
  ) { report, _ in
    try report.json()
  }
}
