// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import Diagnostics
import EvidenceModel
import Testing
import TestSupport

struct RegisterTests {
  private func observe(_ collector: String, _ files: [String: MemoryHost.Entry]) async
    -> Observation
  {
    await CollectorRun.observe(collector, on: MemoryHost(files))
  }

  private static let yaml = """
    # the register
    - date: 2026-10-12
      system: 订单系统
      succeeded: true
      recovery_time: PT2H30M
      实测数据丢失: PT10M
      participants: [赵敏, 孙浩]
    - date: 2025-03-01
      system: 会员系统
      succeeded: 否
      participants: 周蕾；钱多
      findings: []
    """

  @Test func `a register in YAML becomes typed records with their lines`() async {
    let register = await observe(
      "restore-test", ["/records/restore-tests.yaml": .text(Self.yaml)])
    #expect(
      register.value == [
        "count": 2, "newest": "2026-10-12T00:00:00+08:00",
        "records": [
          [
            "date": "2026-10-12T00:00:00+08:00", "system": "订单系统", "succeeded": true,
            "recovery_time": "9000s", "data_loss": "600s", "participants": ["赵敏", "孙浩"],
            "findings": [],
          ],
          [
            "date": "2025-03-01T00:00:00+08:00", "system": "会员系统", "succeeded": false,
            "participants": ["周蕾", "钱多"], "findings": [],
          ],
        ],
      ])
    #expect(register.origin("records", "0", "data_loss") == "/records/restore-tests.yaml:6")
    #expect(register.origin("records", "1") == "/records/restore-tests.yaml:8")
  }

  @Test(arguments: ["", "\u{FEFF}"])
  func `CSV with Chinese headers, as spreadsheets write it, gives the same as YAML`(mark: String)
    async
  {
    let csv =
      mark + "测试日期,系统,是否成功,实测恢复时间,实测数据丢失,参加人员,发现的问题\r\n"
      + "2026-10-12,订单系统,是,PT2H30M,PT10M,\"赵敏;孙浩\",\r\n"
      + ",,,,,,\r\n2025-03-01,会员系统,false,,,周蕾；钱多,\r\n"
    let register = await observe("restore-test", ["/records/restore-tests.csv": .text(csv)])
    let yaml = await observe("restore-test", ["/records/restore-tests.yaml": .text(Self.yaml)])
    #expect(register.value != nil && register.value == yaml.value)
    #expect(register.origin("records", "1", "system") == "/records/restore-tests.csv:4")
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    var text: String
    var name = "drills.yaml"
    var message: String
    var testDescription: String { message }

    init(_ text: String, in name: String = "drills.yaml", _ message: String) {
      (self.text, self.name, self.message) = (text, name, message)
    }
  }

  private static let head = "- date: 2026-04-16\n  plan: recovery\n  kind: full\n  scope: shop\n"

  @Test(arguments: [
    Mistake(
      head + "  participants: [A]\n  recovery_tme: PT2H\n",
      "/records/drills.yaml:6:3: unknown name 'recovery_tme'; did you mean 'recovery_time'"),
    Mistake(
      head + "  participants: [A]\n  实测恢复时问: PT2H\n",
      "/records/drills.yaml:6:3: unknown name '实测恢复时问'; did you mean '实测恢复时间'"),
    Mistake(
      "- date: 2026/4/6\n  plan: recovery\n  kind: full\n  scope: shop\n  participants: [A]\n",
      "/records/drills.yaml:1:9: 'date' must be a date such as 2026-01-31, not '2026/4/6'; "
        + "write '2026-04-06'"),
    Mistake(
      head + "  participants: [A]\n  recovery_time: 2h\n",
      "/records/drills.yaml:6:18: 'recovery_time' must be a length of time such as PT4H, PT30M or "
        + "P1D, not '2h'"),
    Mistake(head, "/records/drills.yaml:1:3: the record lacks 'participants'"),
    Mistake(
      head + "  participants: [A]\n  计划: x\n  plan_revised: maybe\n",
      "/records/drills.yaml:7:17: 'plan_revised' must be true or false, not 'maybe'"),
    Mistake(
      head + "  participants: [A]\n  所演练预案: emergency\n",
      "/records/drills.yaml:6:3: 'plan' is given twice"),
    Mistake(
      "date: 2026-04-16\n", "/records/drills.yaml:1:1: the register of drills must be a list"),
    Mistake("- [a\n", "/records/drills.yaml:"),
    Mistake(
      "演练日期,所演练预案,演练方式,范围,参加人员\n2026-02-30,应急预案,桌面推演,商城,甲;乙\n", in: "drills.csv",
      "/records/drills.csv:2:1: 'date' must be a date such as 2026-01-31, not '2026-02-30'"),
    Mistake(
      "演练日期,所演练预案,演练方式,范围,参加人员\n2026-02-03,应急预案,桌面推演,商城,甲,乙\n", in: "drills.csv",
      "/records/drills.csv:2:27: the first line names 5 columns"),
    Mistake("date,\"plan\n", in: "drills.csv", "/records/drills.csv:1:6: a quoted cell must end"),
  ])
  func `a mistake is named with its place`(mistake: Mistake) async {
    let register = await observe("drill", ["/records/\(mistake.name)": .text(mistake.text)])
    #expect(register.status == .failed)
    #expect(register.reason?.en.contains(mistake.message) == true, "\(register.reason?.en ?? "")")
  }

  @Test(
    arguments: [
      [0xD1, 0xDD, 0xC1, 0xB7, 0xC8, 0xD5, 0xC6, 0xDA, 0x2C, 0x0A],  // 演练日期 in GBK
      [0xFF, 0xFE, 0x64, 0x00, 0x61, 0x00],  // UTF-16
    ] as [[UInt8]])
  func `a file in another encoding is refused and told how to save`(bytes: [UInt8]) async {
    let register = await observe("drill", ["/records/drills.csv": .file(bytes)])
    #expect(register.status == .failed)
    #expect(register.reason?.zh.contains("UTF-8") == true)
    #expect(register.reason?.en.contains("/records/drills.csv:1:1: the file must be saved") == true)
  }

  @Test func `a register that nobody began is absent`() async {
    let empty = await observe("drill", ["/records/drills.yaml": .text("# - date: 2026-01-01\n")])
    #expect(empty.status == .absent)
    #expect(empty.reason?.en == "the register of drills has no record yet")
    #expect(await observe("drill", [:]).status == .absent)
  }

  @Test func `a register is not looked for on a host`() async throws {
    let scratch = Scratch()
    scratch.write(["/records/drills.yaml": .text(Self.head)])
    let host = try RootDirectoryHost(scratch.path)
    #expect(await CollectorRun.observe("drill", on: host).status == .unsupported)
  }

  @Test func `incidents carry the limits that apply to them`() async {
    let log = await observe(
      "incident-log",
      [
        "/records/incidents.yaml": .text(
          """
          - {id: A, title: t, level: 较大, detected_at: 2026-05-06 23:10, reported_to_cac_at: 2026-05-07 02:00, closed_on: 2026-05-20, summary_filed_on: 2026-06-19}
          - {id: B, title: t, level: major, involves_cii: true, detected_at: "2026-05-06T23:10:00Z", reported_to_police_at: 2026-05-07T08:00}
          - {id: C, title: t, level: general, detected_at: 2026-05-06 23:10, closed_on: 2026-05-07}
          """)
      ])
    #expect(
      log["records.0.clocks"] == [
        [
          "rule": "INC/4(other)", "recipient": "cac", "due": "2026-05-07T03:10:00+08:00",
          "done": "2026-05-07T02:00:00+08:00",
        ],
        [
          "rule": "INC/8", "recipient": "same", "due": "2026-06-19T23:59:59+08:00",
          "done": "2026-06-19T00:00:00+08:00",
        ],
      ])
    #expect(
      log["records.1.clocks"] == [
        [
          "rule": "INC/4(CII)", "recipient": "protection_department",
          "due": "2026-05-07T08:10:00+08:00",
        ],
        [
          "rule": "INC/4(CII)", "recipient": "police", "due": "2026-05-07T08:10:00+08:00",
          "done": "2026-05-07T08:00:00+08:00",
        ],
      ])
    #expect(log["records.2.clocks"] == [])
    #expect(log["newest"] == "2026-05-07T07:10:00+08:00")
  }

  @Test func `two incidents with one id are refused`() async {
    let line = "- {id: A, title: t, level: general, detected_at: 2026-05-06 23:10}\n"
    let log = await observe("incident-log", ["/records/incidents.yaml": .text(line + line)])
    #expect(log.reason?.en == "/records/incidents.yaml:2: two records have the id 'A'")
  }

  @Test func `documents are compared with the files of the assessment folder`() async throws {
    let scratch = Scratch()
    let digest = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"  // of `foo`
    scratch.write([
      "/evidence/plan.pdf": .text("foo"), "/evidence/out": .link("../plumbline.yaml"),
      "/plumbline.yaml": .text("secret"),
      "/records/documents.yaml": .text(
        """
        - {id: a, title: t, owner: o, file: evidence/plan.pdf, sha256: \(digest)}
        - {id: b, title: t, owner: o, file: evidence/plan.pdf, sha256: \(digest.dropLast())f}
        - {id: c, title: t, owner: o, file: evidence/gone.pdf}
        - {id: d, title: t, owner: o}
        - {id: e, title: t, owner: o, file: ../plumbline.yaml}
        """),
    ])
    let host = try AssessmentFolderHost(scratch.path)
    let documents = await CollectorRun.observe("document", on: host)
    #expect(documents["records.0.is_unchanged"] == true)
    #expect(documents["records.0.size"] == 3)
    #expect(documents["records.1.is_unchanged"] == false)
    #expect(documents["records.2.exists"] == false)
    #expect(documents["records.3.exists"] == nil)
    #expect(documents["records.4.exists"] == false)
    #expect(documents.sources.map(\.name) == ["/records/documents.yaml", "/evidence/plan.pdf"])
  }

  @Test(arguments: ["evidence/out", "plumbline.yaml", "answers/a.yaml"])
  func `a document that leads out of records and evidence is refused`(path: String) async throws {
    let scratch = Scratch()
    scratch.write([
      "/plumbline.yaml": .text("secret"), "/answers/a.yaml": .text("secret"),
      "/evidence/out": .link("../plumbline.yaml"),
      "/records/documents.yaml": .text("- {id: a, title: t, owner: o, file: \(path)}"),
    ])
    let documents = await CollectorRun.observe(
      "document", on: try AssessmentFolderHost(scratch.path))
    #expect([.denied, .unsupported].contains(documents.status), "\(documents.status)")
  }

  @Test(arguments: RecordSchema.all.map(\.collector), [true, false])
  func `the example of a new folder's register can be read as it stands`(
    id: String, isChinese: Bool
  ) async throws {
    let schema = try #require(RecordSchema.all.first { $0.collector == id })
    let lines = schema.sample.map { "  \($0.field): \(isChinese ? $0.zh : $0.en)\n" }
    let text = "-" + lines.joined().dropFirst()
    let register = await observe(id, ["/records/\(schema.fileName).yaml": .text(text)])
    #expect(register.status == .collected, "\(register.reason?.en ?? "")")
    #expect(schema.fields.map(\.name) == schema.sample.map(\.field))
  }
}
