// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Reporting
import Testing

struct ReportFormatTests {
  @Test func `every format file is in the table, which is ordered`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Reporting/Formats")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let ids = files.compactMap { $0.wholeMatch(of: /ReportFormat\+(\w+)\.swift/)?.1.lowercased() }
    #expect(ReportFormat.all.map(\.id) == ids.sorted())
  }

  @Test func `formats are found by id`() {
    #expect(ReportFormat.named("html")?.fileExtension == "html")
    #expect(ReportFormat.named("nothing") == nil)
  }
}
