// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension ReportFormat {
  /// One HTML file without script or network that reads on screens of any width and prints well.
  package static let html = ReportFormat(
    id: "html",
    name: LocalizedText(zh: "HTML 报告（单个文件）", en: "HTML report in one file"),
    fileExtension: "html", mediaType: "text/html; charset=utf-8", isLocalized: true
  ) { report, options in
    let templates = try TemplateSet(folder: "html", from: options.templates, contentType: .html)
    var root = try options.view(of: report)
    let style = try options.templates.file("html/style.css") ?? []
    root["style"] = String(decoding: style, as: UTF8.self)
    return Array(try templates.render("report", root).utf8)
  }
}
