// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Reporting
import Testing

struct HTMLReportTests {
  private func source(
    _ report: NamedReport, _ language: Language, _ edition: ReportEdition = .full
  ) throws -> String {
    let options = RenderingOptions(language: language, edition: edition)
    return String(decoding: try ReportFormat.html.render(report.report, options), as: UTF8.self)
  }

  @Test(arguments: NamedReport.all, ReportEdition.allCases)
  func `the page is well formed, its ids unique, its links lead somewhere`(
    report: NamedReport, edition: ReportEdition
  ) throws {
    for language in Language.allCases {
      let page = HTMLPage(try source(report, language, edition))
      #expect(page.problems == [])
      let ids = page.values(of: "id")
      #expect(Set(ids).count == ids.count)
      let targets = page.values(of: "href").map { String($0.dropFirst()) }
      #expect(page.values(of: "href").allSatisfy { $0.hasPrefix("#") })
      #expect(Set(targets).subtracting(ids) == [])
    }
  }

  @Test(arguments: NamedReport.all)
  func `the page fetches nothing and runs nothing`(report: NamedReport) throws {
    let page = HTMLPage(try source(report, .chinese))
    let allowed: Set = [
      "lang", "charset", "http-equiv", "content", "name", "class", "href", "id", "viewBox", "d",
      "aria-hidden", "aria-label", "role", "preserveAspectRatio", "x", "y", "width", "height",
      "points", "x1", "x2", "y1", "y2", "dy", "text-anchor", "scope", "title", "data-label",
    ]
    #expect(Set(page.elements.flatMap(\.attributes).map(\.name)).subtracting(allowed) == [])
    #expect(page.elements.allSatisfy { !["script", "img", "link", "iframe"].contains($0.name) })
    let policy = page.values(of: "content").first { $0.contains("default-src") }
    #expect(policy?.hasPrefix("default-src 'none';") == true)
  }

  @Test func `evidence cannot end the style element or hide characters`() throws {
    let source = try source(NamedReport(name: "", report: HostileReport.report), .english)
    #expect(source.ranges(of: "</style>").count == 1)
    #expect(source.ranges(of: "<script").isEmpty)
    let hidden = source.unicodeScalars.filter { scalar in
      scalar != "\n" && [.control, .format].contains(scalar.properties.generalCategory)
    }
    #expect(hidden.isEmpty)
    #expect(source.contains("‹U+202E›"))
  }

  @Test func `a finding shows the rule, the value and where it was read`() throws {
    let page = HTMLPage(try source(NamedReport(name: "", report: SampleReport.mixed), .chinese))
    for part in ["/etc/systemd/journald.conf:29", "604800s", "决定结果", "第二十三条第（三）项"] {
      #expect(page.text.contains(part))
    }
    #expect(page.values(of: "id").contains("fnd-DAT-LOG-01@web-1"))
    #expect(page.values(of: "id").contains("ctl-DAT-LOG-01"))
    #expect(page.values(of: "id").contains("ev-OBS-0002"))
  }

  @Test func `every chart has a text beside its colours`() throws {
    let page = HTMLPage(try source(NamedReport(name: "", report: SampleReport.mixed), .english))
    for element in page.elements where element.name == "svg" {
      let names = element.attributes.map(\.name)
      #expect(names.contains("aria-label") || names.contains("aria-hidden"))
    }
  }

  @Test func `a director never reads that anything is certified`() throws {
    for report in NamedReport.all.prefix(2) {
      let texts = try Language.allCases.map { HTMLPage(try source(report, $0)).text }
      #expect(texts.allSatisfy { !$0.contains("认证") && !$0.lowercased().contains("certified") })
      #expect(texts[0].contains("自评估结果") && texts[1].contains("Self-assessed result"))
    }
  }
}
