// Plumbline
// SPDX-License-Identifier: Apache-2.0

import ControlCatalog
import Diagnostics
import TestSupport
import Testing

/// One mistake is one error, wherever the part that it spoils is mentioned.
struct SingleMistakeTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let path: String
    let original: String
    let replacement: String
    let id: String

    init(
      _ name: String, in path: String = one, _ original: String, _ replacement: String, _ id: String
    ) {
      testDescription = name
      (self.path, self.original, self.replacement, self.id) = (path, original, replacement, id)
    }
  }

  static let one = "alpha/ALP-ONE-01.yaml"
  static let two = "alpha/ALP-TWO-01.yaml"
  static let law = "requirements/LAW.yaml"
  static let facts = "organization.yaml"
  static let catalog = "alpha/catalog.yaml"

  static let mistakes = [
    // In a rule, and in what a rule reads.
    Mistake("field", "sshd.maxauthtries", "sshd.maxauthtrys", "unknown-field"),
    Mistake("half a rule", "<= params.attempts", "<=", "unexpected-end"),
    Mistake("parameter in a rule", "params.attempts", "params.attempt", "unknown-field"),
    Mistake("condition", in: two, "org.level >= 2", "org.levl >= 2", "undeclared-variable"),
    Mistake("verdict", "attempts && policy", "attempts && polcy", "undeclared-variable"),
    Mistake("collector", "{collector: sshd}", "{collector: sshdd}", "unknown-collector"),
    Mistake("no collector", "{collector: sshd}", "{colector: sshd}", "missing-key"),
    Mistake("argument", "{collector: sshd}", "{collector: sshd, pat: a}", "collector-argument"),
    Mistake("empty evidence", "\n      sshd: {collector: sshd}", " {}", "check-input"),
    Mistake("type of a field", "{type: boolean, zh", "{type: bolean, zh", "unknown-value"),
    Mistake("language of a field", "{type: date, zh: 批准日期, ", "{type: date, ", "missing-key"),
    // In names and keys.
    Mistake("name of a check", "- id: attempts", "- id: Attempts", "wrong-type"),
    Mistake("check twice", "- id: policy", "- id: attempts", "duplicate-name"),
    Mistake("key of a control", "statement:", "statment:", "unknown-key"),
    Mistake("key for the checks", "checks:", "cheks:", "unknown-key"),
    Mistake("key for the parameters", "parameters:", "paramters:", "unknown-key"),
    Mistake("key for the examples", "examples:", "exmples:", "unknown-key"),
    Mistake("key for evidence", "    evidence:", "    evidnce:", "unknown-key"),
    Mistake("key for a question", "    question:", "    qestion:", "unknown-key"),
    Mistake("key for an answer", "    answer:", "    anser:", "unknown-key"),
    Mistake("key for a rule", "    expect: sshd", "    expcet: sshd", "unknown-key"),
    Mistake("key for fields", "      fields:", "      feilds:", "unknown-key"),
    Mistake("type of a parameter", "type: integer", "type: integr", "unknown-value"),
    Mistake("default of a parameter", "default: 4", "default: four", "wrong-type"),
    Mistake("default beyond its bounds", "default: 4", "default: 7", "parameter-bounds"),
    Mistake("name of a control", "id: ALP-ONE-01", "id: ALP-ONE-02", "file-name"),
    Mistake("severity", "severity: medium", "severity: midium", "unknown-value"),
    Mistake("unknown check in an example", "fails: [policy]", "fails: [polcy]", "unknown-check"),
    Mistake("unknown evidence in an example", "{sshd: {max", "{shd: {max", "unknown-evidence"),
    Mistake("unknown question", "answers: {policy:", "answers: {polcy:", "unknown-question"),
    // In other files than those that mention them.
    Mistake("requirement", in: law, "id: LAW/2", "id: LAW 2", "wrong-type"),
    Mistake("standing", in: law, "standing: verified", "standing: sure", "unknown-value"),
    Mistake("name of a law", in: law, "id: LAW\n", "id: LAV\n", "foreign-requirement"),
    Mistake("kind of a law", in: law, "kind: law", "kind: lau", "unknown-value"),
    Mistake("key for requirements", in: law, "requirements:", "requirments:", "unknown-key"),
    Mistake("type of a fact", in: facts, "type: integer", "type: int", "unknown-value"),
    Mistake("key for facts", in: facts, "facts:", "fact:", "unknown-key"),
    Mistake("name of a catalog", in: catalog, "id: alpha", "id: alpa", "catalog-folder"),
    Mistake("version of a catalog", in: catalog, "version:", "vrsion:", "unknown-key"),
    Mistake("list of a catalog", in: catalog, "01, ALP-TWO-01]", "01]", "unlisted-control"),
    Mistake("profile", in: "profiles/base.yaml", "title:", "titel:", "unknown-key"),
    Mistake("catalog in a profile", in: "profiles/base.yaml", "alpha", "alfa", "unknown-catalog"),
    Mistake("setting", in: "profiles/base.yaml", "attempts: 3", "attempts: 9", "parameter-bounds"),
    // In the syntax.
    Mistake("tab in a check", "    method: test", "\tmethod: test", "tab-indentation"),
    Mistake("tab in a parameter", "    default: 4", "\tdefault: 4", "tab-indentation"),
    Mistake("tab in an example", "      evidence: {s", "\tevidence: {s", "tab-indentation"),
    Mistake("tab in a law", in: law, "    title: {zh: 登录", "\ttitle: {zh: 登录", "tab-indentation"),
    Mistake("tab in a fact", in: facts, "    maximum", "\tmaximum", "tab-indentation"),
    Mistake("bracket", "requirements: [LAW/1]", "requirements: [LAW/1", "unclosed-bracket"),
    Mistake("brace in a check", "{collector: sshd}", "{collector: sshd", "unclosed-bracket"),
    Mistake("colon in braces", in: two, "zh: 演练几次？", "zh: 演练: 几次？", "unclosed-bracket"),
    Mistake("colon", "expect: answer.approved", "expect: answer: approved", "unquoted-colon"),
    Mistake("key twice", "weight: 2", "weight: 2\nweight: 3", "duplicate-key"),
  ]

  private func lines(_ library: SmallLibrary) -> [String] {
    library.load().diagnostics.map { diagnostic in
      let place = diagnostic.location.map { "\($0.source.name):\($0.position.line) " } ?? ""
      return "\(place)[\(diagnostic.id)] \(diagnostic.message.en)"
    }
  }

  @Test func `the library is clean without a mistake`() {
    #expect(lines(SmallLibrary()) == [])
  }

  @Test(arguments: mistakes)
  func `one mistake is one error`(_ mistake: Mistake) {
    var library = SmallLibrary()
    library.replace(mistake.original, by: mistake.replacement, in: mistake.path)
    let diagnostics = library.load().diagnostics
    #expect(diagnostics.map(\.id) == [mistake.id], "\(lines(library).joined(separator: "\n"))")
  }

  @Test func `as many mistakes, as many errors`() {
    var library = SmallLibrary()
    library.replace("kind: law", by: "kind: lau", in: Self.law)
    library.replace("id: LAW/2", by: "id: LAW 2", in: Self.law)
    library.replace("maximum: 5", by: "maxmum: 5", in: Self.facts)
    library.replace("default: 4", by: "default: four", in: Self.one)
    library.replace("sshd.maxauthtries", by: "sshd.maxauthtrys", in: Self.one)
    library.replace("answer.approved &&", by: "answer.aproved &&", in: Self.one)
    library.replace("type: date", by: "type: dat", in: Self.one)
    library.replace("answers: {policy:", by: "answers: {polcy:", in: Self.one)
    library.replace("    method: interview", by: "\tmethod: interview", in: Self.two)
    library.replace("likelihood: 2", by: "likelihood: 9", in: Self.two)
    #expect(
      lines(library) == [
        "alpha/ALP-ONE-01.yaml:12 [wrong-type] 'default' must be a whole number, not the text 'four'",
        "alpha/ALP-ONE-01.yaml:23 [unknown-field] 'sshd' has no field 'maxauthtrys'; it has "
          + "permitrootlogin, passwordauthentication, permitemptypasswords, pubkeyauthentication, "
          + "kbdinteractiveauthentication, usepam, x11forwarding, allowtcpforwarding, …",
        "alpha/ALP-ONE-01.yaml:32 [unknown-value] 'type' must be one of: boolean, text, integer, "
          + "number, date, duration, choice, list; not 'dat'",
        "alpha/ALP-ONE-01.yaml:34 [unknown-field] 'answer' has no field 'aproved'; it has "
          + "approved, approved_on, answered_by, answered_on",
        "alpha/ALP-ONE-01.yaml:42 [unknown-question] no check 'polcy' asks a question",
        "alpha/ALP-TWO-01.yaml:13 [tab-indentation] indentation must be spaces, not tabs",
        "alpha/ALP-TWO-01.yaml:20 [out-of-range] 'likelihood' must be between 1 and 5",
        "organization.yaml:5 [unknown-key] unknown key 'maxmum' in fact of the organisation",
        "requirements/LAW.yaml:2 [unknown-value] 'kind' must be one of: law, regulation, measure, "
          + "standard, guidance; not 'lau'",
        "requirements/LAW.yaml:13 [wrong-type] 'id' must be the name of a requirement such as "
          + "CSL/23(3), not the text 'LAW 2'",
      ])
  }
}
