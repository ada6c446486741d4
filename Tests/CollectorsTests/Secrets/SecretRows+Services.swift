// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Collectors
import EvidenceModel

extension SecretRows {
  /// The collectors of `Sources/Collectors/Services`.
  static let services: [SecretRow] = [
    SecretRow("nginx", ["path": "/etc/nginx/nginx.conf"], showsText: false) { secret in
      MemoryHost([
        "/etc/nginx/nginx.conf": .text(
          """
          # \(secret.assignment)
          events {}
          http {
            add_header X-Note "\(secret.assignment)";
            proxy_set_header X-Note "\(secret.assignment)";
            log_format note "\(secret.assignment)";
            server {
              listen 80;
              server_name a.example;
              location / { return 302 "https://b.example/?\(secret.assignment)"; }
              location /b { proxy_pass "http://b.example/?\(secret.assignment)"; }
            }
          }

          """)
      ])
    }
  ]
}
