// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
package import ControlCatalog
import Diagnostics
import EvidenceModel

/// A library of two controls that tests can alter: one of its parts of each kind.
package struct SmallLibrary: Sendable {
  /// The texts of the files by their paths.
  package private(set) var files: [String: String]

  package init() {
    files = Self.files
  }

  /// Replaces the first occurrence of a text in a file, which must be there.
  package mutating func replace(_ text: String, by other: String, in path: String) {
    guard var file = files[path], let range = file.firstRange(of: text) else {
      preconditionFailure("'\(text)' is not in \(path)")
    }
    file.replaceSubrange(range, with: other)
    files[path] = file
  }

  /// Puts a file into the library.
  package mutating func add(_ path: String, _ text: String) {
    files[path] = text
  }

  /// Loads the library.
  package func load() -> LibraryLoader.Result {
    LibraryLoader(collectors: Collectors.registry.descriptions).load(
      files.map { path, text in
        LibraryFile(path: path, source: SourceText(name: path, text))
      })
  }

  private static let files = [
    "requirements/LAW.yaml": """
    id: LAW
    kind: law
    title: {zh: 某法, en: Some law}
    version: {zh: 第一版, en: first}
    source: text
    requirements:
      - id: LAW/1
        clause: {zh: 第一条, en: Article 1}
        title: {zh: 登录, en: Log-in}
        duty: {zh: 限制登录尝试, en: Limit attempts to log in}
        applies_to: [network-operator]
        standing: verified
      - id: LAW/2
        clause: {zh: 第二条, en: Article 2}
        title: {zh: 演练, en: Exercise}
        duty: {zh: 每年演练, en: Exercise every year}
        applies_to: [network-operator]
        standing: verified

    """,
    "organization.yaml": """
    facts:
      - id: level
        type: integer
        minimum: 1
        maximum: 5
        question: {zh: 几级？, en: Which level?}
        help: {zh: 决定适用, en: Decides what applies}
      - id: cloud
        type: boolean
        question: {zh: 是否上云？, en: In a cloud?}
        help: {zh: 决定适用, en: Decides what applies}

    """,
    "alpha/catalog.yaml": """
    id: alpha
    title: {zh: 甲, en: Alpha}
    description: {zh: 甲目录, en: The alpha catalog}
    version: 1.0.0
    controls: [ALP-ONE-01, ALP-TWO-01]

    """,
    "alpha/ALP-ONE-01.yaml": """
    id: ALP-ONE-01
    title: {zh: 限制尝试, en: Attempts are limited}
    statement: {zh: 限制登录尝试次数。, en: Attempts to log in are limited.}
    rationale: {zh: 否则可猜测口令。, en: Else passwords are guessed.}
    requirements: [LAW/1]
    subject: host
    severity: medium
    weight: 2
    parameters:
      attempts:
        type: integer
        default: 4
        minimum: 1
        maximum: 6
        label: {zh: 次数, en: Attempts}
        source: policy
    checks:
      - id: attempts
        title: {zh: 尝试次数, en: Attempts}
        method: test
        evidence:
          sshd: {collector: sshd}
        expect: sshd.maxauthtries <= params.attempts
        on_absent: not_applicable
      - id: policy
        title: {zh: 制度, en: Policy}
        method: examine
        question: {zh: 制度是否批准？, en: Is the policy approved?}
        answer:
          fields:
            approved: {type: boolean, zh: 已批准, en: Approved}
            approved_on: {type: date, zh: 批准日期, en: Approval date}
          valid_for: P1Y
        expect: answer.approved && answer.approved_on <= as_of
    verdict: attempts && policy
    remediation: {zh: 设置 MaxAuthTries 4。, en: Set MaxAuthTries 4., effort: hours}
    risk: {threat: {zh: 猜测口令, en: Guessed passwords}, likelihood: 4}
    examples:
      pass:
        - name: {zh: 四次, en: four}
          evidence: {sshd: {maxauthtries: 4}}
          answers: {policy: {approved: true, approved_on: 2026-01-10}}
        - name: {zh: 放宽, en: relaxed}
          parameters: {attempts: 6}
          org: {level: 3}
          evidence: {sshd: {maxauthtries: 6}}
          answers: {policy: {approved: true, approved_on: 2026-11-23}}
      fail:
        - name: {zh: 五次, en: five}
          evidence: {sshd: {maxauthtries: 5}}
          answers: {policy: {approved: true, approved_on: 2026-01-10}}
          fails: [attempts]
        - name: {zh: 未批准, en: not approved}
          evidence: {sshd: {maxauthtries: 4}}
          answers: {policy: {approved: false, approved_on: 2026-01-10}}
          fails: [policy]
        - name: {zh: 将来批准, en: approved later}
          evidence: {sshd: {maxauthtries: 4}}
          answers: {policy: {approved: true, approved_on: 2026-11-24}}
          fails: [policy]

    """,
    "alpha/ALP-TWO-01.yaml": """
    id: ALP-TWO-01
    title: {zh: 每年演练, en: Exercises take place}
    statement: {zh: 每年演练一次。, en: An exercise takes place every year.}
    rationale: {zh: 否则预案失效。, en: Else the plan is dead.}
    requirements: [LAW/2]
    subject: organization
    applies_when: org.level >= 2
    severity: low
    weight: 1
    checks:
      - id: drill
        title: {zh: 演练, en: Exercise}
        method: interview
        question: {zh: 演练几次？, en: How many exercises?}
        answer:
          fields:
            drills: {type: integer, zh: 次数, en: Number}
        expect: answer.drills >= 1
    remediation: {zh: 演练。, en: Exercise., effort: days}
    risk: {threat: {zh: 应急失败, en: A failed response}, likelihood: 2}
    examples:
      pass:
        - name: {zh: 一次, en: one}
          org: {level: 2}
          answers: {drill: {drills: 1}}
      fail:
        - name: {zh: 没有, en: none}
          org: {level: 2}
          answers: {drill: {drills: 0}}

    """,
    "profiles/base.yaml": """
    id: base
    title: {zh: 基础, en: Base}
    description: {zh: 全部, en: All}
    include: {catalogs: [alpha]}
    parameters: {ALP-ONE-01.attempts: 3}

    """,
    "profiles/strict.yaml": """
    id: strict
    title: {zh: 严格, en: Strict}
    description: {zh: 较严, en: Stricter}
    inherits: [base]
    include: {controls: [ALP-TWO-01]}
    exclude: [{id: ALP-TWO-01, reason: {zh: 另行评估, en: Assessed elsewhere}}]
    parameters: {ALP-ONE-01.attempts: 2}

    """,
  ]
}
