// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Reporting

/// A report in which every text that the layout leaves free tries to break out of its place.
enum HostileReport {
  /// What each text ends with.
  static let attack = """
    "'><script>alert(1)</script></style></title><img src=x onerror=alert(1)>"\u{338} onclick="x\
    \u{202E}\u{200B}\u{0}\u{FFFE}`|*_[x](javascript:alert(1))![i](http://e.example)
    # heading
    ```
    {{t.document.none}}{{{style}}}&lt;
    """

  /// The sample with the attack after every text; each key of the layout is tried in turn, so that
  /// fields added later are attacked too.
  static let report: Report = {
    var report = small
    var keys: Set<String> = []
    collectKeys(tree(report), into: &keys)
    for key in keys.sorted() {
      let attacked = attacking(tree(report), at: key, parent: "")
      let data = try? JSONSerialization.data(withJSONObject: attacked)
      if let data, let next = try? Report(json: Array(data)) { report = next }
    }
    return report
  }()

  /// The keys whose texts the attack did not reach, since the layout allows only certain words.
  static var spared: Set<String> {
    var keys: Set<String> = []
    collectSpared(tree(report), parent: "", into: &keys)
    return keys
  }

  private static let small: Report = {
    var report = SampleReport.mixed
    report.findings = report.findings.filter {
      $0.controlID == "DAT-LOG-01" || $0.controlID == "SAF-PWD-01"
    }
    report.controls = report.controls.filter { $0.controlID == "DAT-LOG-01" }
    report.requirements = Array(report.requirements.prefix(2))
    report.evidence = report.evidence.filter { $0.id != "OBS-0001" }
    report.risks = Array(report.risks.prefix(1))
    report.plan = report.plan.map { Array($0.prefix(2)) }
    return report
  }()

  private static func tree(_ report: Report) -> Any {
    let bytes = (try? report.json()) ?? []
    return (try? JSONSerialization.jsonObject(with: Data(bytes))) ?? [:]
  }

  private static func collectKeys(_ value: Any, into keys: inout Set<String>) {
    if let object = value as? [String: Any] {
      for (key, value) in object {
        keys.insert(key)
        collectKeys(value, into: &keys)
      }
    } else if let list = value as? [Any] {
      for value in list { collectKeys(value, into: &keys) }
    }
  }

  private static func attacking(_ value: Any, at key: String, parent: String) -> Any {
    if let object = value as? [String: Any] {
      return Dictionary(
        uniqueKeysWithValues: object.map { ($0, attacking($1, at: key, parent: $0)) })
    }
    if let list = value as? [Any] {
      return list.map { attacking($0, at: key, parent: parent) }
    }
    guard let text = value as? String, parent == key else { return value }
    return text + attack
  }

  private static func collectSpared(_ value: Any, parent: String, into keys: inout Set<String>) {
    if let object = value as? [String: Any] {
      for (key, value) in object { collectSpared(value, parent: key, into: &keys) }
    } else if let list = value as? [Any] {
      for value in list { collectSpared(value, parent: parent, into: &keys) }
    } else if let text = value as? String, !text.hasSuffix(attack) {
      keys.insert(parent)
    }
  }
}
