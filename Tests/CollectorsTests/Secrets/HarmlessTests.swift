// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel
import Testing

/// What auditors need to read stays readable.
struct HarmlessTests {
  @Test(arguments: [
    // Settings about passwords that are none.
    "PASS_MAX_DAYS 90", "PASS_MIN_LEN=12", "PasswordAuthentication no", "PermitEmptyPasswords no",
    "password requisite pam_pwquality.so retry=3 minlen=12",
    "password [success=1 default=ignore] pam_unix.so obscure use_authtok try_first_pass yescrypt",
    "password_encryption = scram-sha-256", "ssl_passphrase_command_supports_reload = off",
    "password_file=/run/secrets/db", "secretName: shop-tls", "POSTGRES_PASSWORD_FILE=/run/x",
    "auth_delay.milliseconds = 500", "passwd: files systemd", "The password must be changed.",
    "password hashing uses SCRAM", "secret management is in place", "token_ttl: 3600",
    "log_passwords: false", "require_secure_transport=ON", "default_authentication_plugin=x",
    "密码长度不少于 8 位", "口令复杂度：启用", "密码：已设置",
    // Digests, ids, versions and sizes.
    "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "nginx@sha256:0a399eb16751829e1af26fea27b20c3ec28d7ab1fb72182879dcae1cca21206a",
    "d41d8cd98f00b204e9800998ecf8427e", "f47ac10b-58cc-4372-a567-0e02b2c3d479",
    "kernel.shmmax = 18446744073692774399", "17179869184", "1700000000000", "20261123000000",
    "4111111111111112", "6.1.0-18-amd64", "1:9.2p1-2+deb12u10", "0644", "4294967296",
    "1795363200123456", "2026-11-23T00:00:00.123456789+08:00", "11010519491231002Y",
    // Addresses, paths and command lines.
    "https://example.com:8080/a?b=c", "http://user@host/", "git@github.com:acme/shop.git",
    "postgres://db:5432/shop", "tcp://0.0.0.0:2375", "10.0.0.1:6379", "fe80::1", "a@b.example",
    "/etc/ssl/private/shop.key", "docker run -u 1000:1000 -p 8080:80 nginx", "cp -p a b",
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ4NqYJ9zGqH2Qqk8tqk shop@web",
    "-----BEGIN CERTIFICATE-----", "-----BEGIN PUBLIC KEY-----", "$PATH:$HOME", "${DB_PASSWORD}",
    "ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256",
    "Basic authentication is off", "*/15 * * * *", "SCRAM-SHA-256", "md5", "eyJ", "sk-learn",
  ])
  func `leaves harmless texts alone`(text: String) {
    var redactor = Redactor()
    #expect(redactor.redact(text: text) == text)
  }

  @Test func `names that only say where a secret is keep their values`() {
    let value: EvidenceValue = [
      "volumes": [["name": "tls", "secret": ["secretName": "shop-tls", "defaultMode": 256]]],
      "env": [
        [
          "name": "DB_PASSWORD",
          "valueFrom": ["secretKeyRef": ["name": "db", "key": "password"]],
        ]
      ],
      "tokens": 3, "password_days": 90, "has_password": true,
    ]
    var redactor = Redactor()
    #expect(redactor.redact(value) == value)
  }

  @Test func `a value is secret when the name beside it says so`() {
    var redactor = Redactor()
    let redacted = redactor.redact([["name": "DB_PASSWORD", "value": "hunter2"]])
    #expect(redacted[path: ["0", "value"]] == "[redacted:password:7]")
  }
}
