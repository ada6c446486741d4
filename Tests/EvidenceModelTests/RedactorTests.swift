// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel
import Testing

struct RedactorTests {
  @Test(arguments: [
    ("password=hunter2 host=db", "password=[redacted:password:7] host=db"),
    (#"{"api_key": "s3cr3tvalue"}"#, #"{"api_key": "[redacted:token:11]"}"#),
    ("db_passwd : 'a b c'", "db_passwd : '[redacted:password:5]'"),
    ("--password hunter2 -v", "--password [redacted:password:7] -v"),
    (
      "postgres://app:p@ss@db:5432/x",
      "postgres://app:[redacted:password:4]@db:5432/x"
    ),
    (
      "root:$6$abcdefgh$1234567890abcdefghij:19000",
      "root:[redacted:password_hash:32]:19000"
    ),
    ("$y$j9T$abcdefghij$klmnopqrstuv", "[redacted:password_hash:30]"),
    ("{SSHA}abcdefghijklmno=", "[redacted:password_hash:22]"),
    ("id 11010519491231002X here", "id [redacted:identity_card:18] here"),
    ("call 13800138000", "call [redacted:mobile_number:11]"),
    ("+8613800138000", "+[redacted:mobile_number:13]"),
    (
      "x\n-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\ny",
      "x\n[redacted:private_key:66]\ny"
    ),
    ("Authorization: Bearer abcdefghijklmnop", "Authorization: [redacted:token:23]"),
    ("key AKIAIOSFODNN7EXAMPLE", "key [redacted:token:20]"),
  ])
  func `takes a secret out of a text`(text: String, expected: String) {
    var redactor = Redactor()
    #expect(redactor.redact(text: text) == expected)
    #expect(redactor.redactions.count == 1)
  }

  @Test(arguments: [
    "PASS_MAX_DAYS 90", "PasswordAuthentication no", "password=no", "kernel.shmmax = 17179869184",
    "11010519491231002Y", "110105194912310021", "sha256:a13800138000b", "0.13800138000",
    "passwd: files systemd", "https://example.com:8080/a", "http://user@host/", "$PATH:$HOME",
    "-----BEGIN CERTIFICATE-----", "token", "password=",
  ])
  func `leaves harmless texts alone`(text: String) {
    var redactor = Redactor()
    #expect(redactor.redact(text: text) == text)
  }

  @Test func `a name tells that its values are secret`() {
    var redactor = Redactor()
    let value: EvidenceValue = [
      "settings": ["client/password": "hunter2", "requirepass": "x1", "PASS_MAX_DAYS": "90"],
      "values": ["client/password": ["hunter2", "no"]],
      "marked": "hunter2",
      "users": [["password": "locked"]],
    ]
    let redacted = redactor.redact(value, secretPaths: [["marked"]])
    #expect(!CanonicalJSON.text(of: redacted).contains("hunter2"))
    #expect(redacted[path: ["values", "client/password", "1"]] == "no")
    #expect(redacted[path: ["users", "0", "password"]] == "locked")
    #expect(
      redactor.redactions.map(\.path) == [
        ["settings", "client/password"], ["settings", "requirepass"],
        ["values", "client/password", "0"], ["marked"],
      ])
  }

  @Test func `a private key spread over lines is taken out whole`() {
    var redactor = Redactor()
    let lines: EvidenceValue = [
      "a", "-----BEGIN PRIVATE KEY-----", "MIIEvQ", "-----END PRIVATE KEY-----", "b",
    ]
    let redacted = redactor.redact(lines).listValue ?? []
    #expect(redacted.first == "a")
    #expect(redacted.last == "b")
    #expect(redacted[2] == "[redacted:private_key:6]")
  }

  @Test func `hostile texts are read in linear time`() {
    for text in ["=", "password=", "://", "$1$", "-----BEGIN ", "--", "password=\"", "1", ":"] {
      var redactor = Redactor()
      _ = redactor.redact(text: String(repeating: text, count: 200_000 / text.utf8.count))
    }
  }
}
