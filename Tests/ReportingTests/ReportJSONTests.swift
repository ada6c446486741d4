// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Reporting
import Testing

struct ReportJSONTests {
  @Test(arguments: NamedReport.all)
  func `a report survives being written and read`(report: NamedReport) throws {
    let bytes = try report.report.json()
    let read = try Report(json: bytes)
    #expect(read == report.report)
    #expect(try read.json() == bytes)
    #expect(bytes.last == UInt8(ascii: "\n"))
  }

  @Test func `only words of the layout are out of a report's hands`() {
    let words: Set = [
      "effort", "grade", "importance", "kind", "level", "method", "outcome", "percentage",
      "risk_level", "role", "severity", "standing", "state", "status", "verdict",
    ]
    #expect(HostileReport.spared.subtracting(words) == [])
  }

  @Test(arguments: [
    ("", "the file is not a report.json of Plumbline; the integer 'schema_version' is missing"),
    ("[]", "the file is not a report.json of Plumbline; the integer 'schema_version' is missing"),
    (
      #"{"schema_version": 2}"#,
      """
      the report has 'schema_version' 2 and this program reads 1; render it with the version of the \
      program that wrote it
      """
    ),
    (
      #"{"schema_version": 1}"#,
      "'cover' in report.json is not valid; a required field is missing"
    ),
  ])
  func `what is not a report is refused with a reason`(text: String, reason: String) {
    let error = #expect(throws: DiagnosticsError.self) { try Report(json: Array(text.utf8)) }
    #expect(error?.diagnostics.map(\.message.en) == [reason])
  }

  @Test func `a wrong word is named with its place`() throws {
    let text = String(decoding: try SampleReport.mixed.json(), as: UTF8.self)
    let broken = text.replacing(#""severity" : "critical""#, with: #""severity" : "grave""#)
    let error = #expect(throws: DiagnosticsError.self) { try Report(json: Array(broken.utf8)) }
    let message = try #require(error?.diagnostics.first?.message.en)
    #expect(message.hasPrefix("'summary.severities[0].severity' in report.json is not valid;"))
  }

  @Test func `a share greater than the whole is refused`() throws {
    let text = String(decoding: try SampleReport.mixed.json(), as: UTF8.self)
    let broken = text.replacing(#""met" : 11"#, with: #""met" : 23"#)
    #expect(throws: DiagnosticsError.self) { try Report(json: Array(broken.utf8)) }
  }
}
