// Plumbline
// SPDX-License-Identifier: Apache-2.0

@testable import Collectors
import Diagnostics
import EvidenceModel
import Testing
import TestSupport

/// Texts that would run Augeas out of stack, memory or time.
struct AugeasLimitsTests {
  private func observe(_ text: String, lens: String) async -> Observation {
    await CollectorRun.observe(
      "config", ["path": "/f", "lens": .string(lens)], on: MemoryHost(["/f": .text(text)]))
  }

  private static let folder = "/usr/share/augeas/lenses/dist"

  @Test(.enabled(if: RealTool.output("test -d \(folder)") != nil, "no lenses installed"))
  func `every installed lens that calls itself is known`() {
    let own = RealTool.lines("cd \(Self.folder) && grep -lE '^ *let rec( |$)' *.aug")
    var modules = Set(own.compactMap(Self.module))
    // A lens that only stands for one of them.
    for name in modules.sorted() {
      let others = RealTool.lines("cd \(Self.folder) && grep -lE 'lns *= *\(name)\\.' *.aug")
      modules.formUnion(others.compactMap(Self.module))
    }
    #expect(!own.isEmpty)
    #expect(modules.subtracting(AugeasLimits.recursiveModules) == [])
  }

  private static func module(of file: String) -> String? {
    RealTool.lines("sed -n 's/^module *\\([A-Za-z_]*\\).*/\\1/p' \(folder)/\(file)").first
  }

  /// What opens a level, what stands inside, and what closes a level.
  private static let levels: [(lens: String, open: String, inside: String, close: String)] = [
    ("AptConf.lns", "A {\n", "B \"x\";\n", "};\n"), ("AptConf.lns", "A::", "A \"x\";", ""),
    ("Dhcpd.lns", "group {\n", "", "}\n"), ("Dovecot.lns", "service a {\n", "", "}\n"),
    ("Httpd.lns", "<Limit a>\n", "Require all denied\n", "</Limit>\n"),
    ("Inputrc.lns", "$if a\n", "set a b\n", "$endif\n"), ("Json.lns", "[", "", "]"),
    ("Json.lns", "{\"a\":", "1", "}"), ("LVM.lns", "a {\n", "b=1\n", "}\n"),
    ("Nginx.lns", "a b {\n", "c d;\n", "}\n"), ("Shellvars.lns", "if a; then\n", "a=1\n", "fi\n"),
    ("Shellvars.lns", "a && ", "b\n", ""), ("Shellvars.lns", "{\n", "a=1\n", "}\n"),
    ("Strongswan.lns", "a {\n", "", "}\n"), ("Trapperkeeper.lns", "a : {\n", "", "}\n"),
    ("Xendconfsxp.lns", "(a ", "", ")"), ("Xml.lns", "<a>", "x", "</a>"),
    ("Httpd.lns", "<Limit a>\n", "", ""), ("Xml.lns", "<a>", "", ""), ("Json.lns", "[", "", ""),
  ]

  @Test(arguments: levels.indices, [101, 3_000, 20_000])
  func `a deeply nested text is refused`(index: Int, depth: Int) async {
    let level = Self.levels[index]
    let text =
      String(repeating: level.open, count: depth) + level.inside
      + String(repeating: level.close, count: depth)
    let observation = await observe(text, lens: level.lens)
    #expect(observation.status == .failed)
    #expect(observation.value == nil)
  }

  /// Formats whose lists a lens reads by calling itself for each item.
  private static let lists: [(lens: String, start: String, item: String, end: String)] = [
    ("Json.lns", "[", "1,", "1]"), ("Httpd.lns", "", "a b\n", ""),
    ("Nginx.lns", "http {\n", "a b;\n", "}\n"), ("Xml.lns", "<a>", "<b>x</b>", "</a>"),
    ("Shellvars.lns", "", "a=b\n", ""), ("Simplevars.lns", "", "a=b\n", ""),
  ]

  @Test(arguments: lists.indices)
  func `a long list is read, a longer one refused`(index: Int) async {
    let list = Self.lists[index]
    for (count, status) in [(2_000, ObservationStatus.collected), (60_000, .failed)] {
      let text = list.start + String(repeating: list.item, count: count) + list.end
      let observation = await observe(text, lens: list.lens)
      #expect(observation.status == status, "\(observation.reason?.en ?? "")")
    }
  }

  @Test(arguments: [
    ("[[]]", "Json.lns", 2), ("<a/><b/><c></c>", "Xml.lns", 1), ("<a><b></b></a>", "Xml.lns", 2),
    ("Li Lei <a@b.example>\n<c@d.example>", "Aliases.lns", 0),
    ("if a; then\n  if b; then\n  fi\nfi\n", "Shellvars.lns", 2),
    ("a && b || c\n", "Shellvars.lns", 2),
    ("if ($a) {\n}\nif ($b) {\n}\n", "Nginx.lns", 2), ("(([{", "Simplevars.lns", 2),
  ])
  func `levels are counted`(text: String, lens: String, depth: Int) {
    #expect(AugeasLimits.depth(of: Array(text.utf8), lens: lens) == depth)
  }
}
