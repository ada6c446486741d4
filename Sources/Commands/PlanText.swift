// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Assessment
import Collectors
import Diagnostics
import EvidenceModel

/// What will be read from an asset and run on it, for people to see before it is.
struct PlanText {
  let text: String

  init(_ plan: CollectionPlan, language: Language) {
    let head = LocalizedText(
      zh: "资产 \(plan.asset.id) 将读取 \(plan.items.count) 项：",
      en: "From \(plan.asset.id), \(English.count(plan.items.count, "item")) will be read:")
    var lines = [head[language]]
    lines.append("  " + Self.identity[language])
    lines += Self.lines(of: HostIdentity.readingPlan, language)
    for item in plan.items {
      lines.append("  " + item.query.canonicalText.sanitizedForTerminal)
      lines.append("      " + item.controls.joined(separator: ", "))
      lines += Self.lines(of: item.query, language)
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static let identity = LocalizedText(zh: "主机身份", en: "identity of the host")

  private static func lines(of query: EvidenceQuery, _ language: Language) -> [String] {
    guard let collector = Collectors.registry[query.collector],
      let arguments = try? CollectorArguments(query.arguments, collector.description.arguments)
    else { return [] }
    return lines(of: collector.plan(for: arguments), language)
  }

  private static func lines(of plan: ReadingPlan, _ language: Language) -> [String] {
    var lines: [String] = []
    if !plan.paths.isEmpty {
      let paths = plan.paths.joined(separator: " ").sanitizedForTerminal
      lines.append(line(LocalizedText(zh: "读", en: "reads"), paths, language))
    }
    if !plan.followed.isEmpty {
      let label = LocalizedText(zh: "及其包含的文件，始于", en: "and what is included from")
      lines.append(line(label, plan.followed.joined(separator: " ").sanitizedForTerminal, language))
    }
    for command in plan.commands {
      lines.append(
        line(LocalizedText(zh: "运行", en: "runs"), command.line.sanitizedForTerminal, language))
    }
    return lines
  }

  private static func line(_ label: LocalizedText, _ text: String, _ language: Language) -> String {
    "      \(label[language]) \(text)"
  }
}
