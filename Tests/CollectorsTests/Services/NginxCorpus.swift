// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Testing

/// Configurations on which our reading and nginx must agree.
enum NginxCorpus {
  /// A configuration with the pages that are asked for.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The text of the `http` block; `{root}`, `{port}` stand for those of the test.
    let http: String
    /// Further files by path below the folder.
    var files: [String: String] = [:]
    /// Pages with the server and, from the list of all locations, the location that answers.
    var pages: [Page] = []

    init(
      _ name: String, _ http: String, files: [String: String] = [:], _ pages: Page...
    ) {
      testDescription = name
      self.http = http
      self.files = files
      self.pages = pages
    }
  }

  /// A page with who answers for it.
  struct Page: Sendable {
    let path: String
    let server: Int
    let location: Int?
    let host: String

    init(_ path: String, server: Int = 0, location: Int? = nil, host: String = "a.test") {
      self.path = path
      self.server = server
      self.location = location
      self.host = host
    }
  }

  static let accepted: [Case] = [
    Case("one server without anything", "server { listen {port}; }", Page("/")),
    Case(
      "headers of the http level reach a server without its own",
      "add_header X-Outer 1; server { listen {port}; return 200; }", Page("/")),
    Case(
      "a server with its own header inherits none",
      """
      add_header X-Outer 1 always;
      server { listen {port}; add_header X-Inner 2; root {root}/www; }
      """, Page("/"), Page("/missing")),
    Case(
      "a location with its own header inherits none, one without all",
      """
      server {
        listen {port}; root {root}/www;
        add_header Strict-Transport-Security "max-age=31536000; includeSubDomains" always;
        add_header X-Frame-Options DENY;
        location /own { add_header X-Own yes; return 204; }
        location /none { return 204; }
        location /deep { location /deep/er { add_header X-Deep 1; return 200; } }
      }
      """, Page("/"), Page("/own", location: 0), Page("/none", location: 1),
      Page("/deep/er", location: 3)),
    Case(
      "headers of an if",
      """
      server { listen {port}; add_header X-A 1;
        location /x { add_header X-B 1; if ($request_method = GET) { add_header X-C 1; return 204; } } }
      """, Page("/x", location: 1)),
    Case(
      "two values of one header, and one that is empty",
      """
      server { listen {port}; add_header Cache-Control no-store; add_header cache-control private;
        add_header X-Empty ""; return 200; }
      """, Page("/")),
    Case(
      "versions of servers told and not told",
      """
      server_tokens off;
      server { listen {port}; server_name a.test; return 200; }
      server { listen {port}; server_name b.test; server_tokens on; return 200;
        location /quiet { server_tokens off; } }
      """, Page("/"), Page("/", server: 1, host: "b.test")),
    Case(
      "the marked default server answers for unknown names",
      """
      server { listen {port}; server_name a.test; add_header X-Name a; return 200; }
      server { listen {port} default_server; server_name b.test; add_header X-Name b; return 200; }
      """, Page("/"), Page("/", server: 1, host: "unknown.test")),
    Case(
      "redirects to https",
      """
      server { listen {port}; server_name a.test; return 301 https://$host$request_uri; }
      server { listen {port}; server_name b.test;
        location /.well-known/acme-challenge/ { root {root}/www; }
        location / { return 308 https://$host$request_uri; } }
      """, Page("/"), Page("/", server: 1, location: 1, host: "b.test")),
    Case(
      "includes in the order of their names, relative to the main file",
      "include sites/*.conf; include {root}/none/*.conf;",
      files: [
        "/sites/20-b.conf":
          "server { listen {port}; server_name b.test; include snippets/h.conf; return 200; }",
        "/sites/10-a.conf": "server { listen {port}; server_name a.test; return 200; }\n",
        "/sites/.hidden.conf": "server { broken",
        "/snippets/h.conf": "add_header X-Snippet 1;\nadd_header X-Second 2;",
      ], Page("/"), Page("/", server: 1, host: "b.test")),
    Case(
      "quotes, escapes, comments and variables in words",
      #"""
      log_format main '$remote_addr - "$request" {"a": "${host}"}'; # } { ;
      map $http_host $x{ default "a;b"; "~^(?<n>[a-z]{1,3})\.test$" ${n}; "" '}'; }
      server{listen {port};add_header X-Q "a \"b\" c";add_header X-S 'it''';add_header "X-#" a#b;
        location ~ "^/[a-z]{2,3}\.php$" { return 204; } location "/sp ace" { return 200; }
        return 200; }
      """#.replacing("'it'''", with: "it's"), Page("/")),
    Case(
      "logs, sizes, listings and limits",
      """
      limit_req_zone $binary_remote_addr zone=one:1m rate=100r/s;
      access_log {root}/http.log; error_log {root}/error.log warn;
      server { listen {port}; root {root}/www; client_max_body_size 10M; autoindex ON;
        access_log {root}/a.log combined buffer=4k; access_log {root}/b.log;
        location /x/ { access_log off; limit_req zone=one burst=5 nodelay; autoindex off; }
        location /y/ { client_max_body_size 0; allow 10.0.0.0/8; deny all; } }
      """, Page("/"), Page("/y/", location: 1)),
    Case(
      "TLS with settings of its own and inherited ones",
      """
      ssl_protocols TLSv1.2 tlsv1.3; ssl_ciphers ECDHE+AESGCM; ssl_prefer_server_ciphers on;
      ssl_certificate {root}/cert.pem; ssl_certificate_key {root}/key.pem;
      server { listen {port}; listen 127.0.0.3:{port} ssl http2; }
      server { listen 127.0.0.2:{port} ssl; ssl_protocols TLSv1; ssl_protocols TLSv1.2;
        ssl_session_tickets off; ssl_certificate cert.pem; ssl_certificate_key key.pem; }
      """, Page("/")),
    Case(
      "passing requests on",
      """
      upstream back { server 127.0.0.1:9; server unix:{root}/s; keepalive 4; }
      server { listen {port}; location / { proxy_pass http://back; proxy_ssl_verify on;
        limit_except GET POST { deny all; } }
        location @named { auth_basic "staff; only"; auth_basic_user_file {root}/users; } }
      """, Page("/", location: 0)),
    Case(
      "tables that look like directives",
      """
      types { text/html html; application/json server; }
      geo $lan { default 0; 10.0.0.0/8 1; include {root}/lan.conf; }
      split_clients $remote_addr $half { 50% listen; * ""; }
      server { listen {port}; return 200; }
      """, files: ["/lan.conf": "192.168.0.0/16 1;\n"], Page("/")),
    Case(
      "carriage returns and a last line without its end",
      "server {\r\n  listen {port};\r\n\tadd_header X-A 1;\r\n  return 200;\r\n}\r\n# the end",
      Page("/")),
    Case(
      "the conditions that certbot writes",
      """
      server { listen {port}; server_name a.test;
        if ($host = a.test) { return 301 https://$host$request_uri; } # managed by Certbot
        return 404; }
      """, Page("/", location: 0)),
  ]

  /// Texts of `http` blocks that nginx refuses.
  static let refused: [String] = [
    "server { listen {port} }", "server { listen {port};", "server { listen {port}; } }",
    "server { listen {port}; add_header X \"a; }", "server { listen {port}; add_header X \"a\"b; }",
    "server { ; }", "{ }", "include {root}/missing.conf;", "server listen {port};",
    "server_tokens maybe;", "server_tokens off; server_tokens on;", "server { listen 70000; }",
    "server { listen; }", "listen 80;", "server { server { } }", "add_header X;",
    "add_header X 1 sometimes;", "server { autoindex yes; }", "client_max_body_size 1x;",
    "client_max_body_size 99999999999g;", "ssl_protocols TLSv1.4;", "ssl_protocols;",
    "server { location { } }", "server { return 1000; }", "server { return index.html; }",
    "location / { }", "http { }", "server { ssl_ciphers a; ssl_ciphers b; }",
    "server { location / { ssl_protocols TLSv1.2; } }", "server { listen [::1; }",
    "server { listen 80a; }", "proxy_pass http://a;", "include a b;", "server a { }",
    "server { location / { proxy_pass http://a { } } }", "autoindex on { }",
  ]
}
