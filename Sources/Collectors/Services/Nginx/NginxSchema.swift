// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import EvidenceModel

/// The type of what the `nginx` collector returns.
enum NginxSchema {
  private static let log = RecordType(
    name: "nginx_log",
    fields: [
      .required("path", .string, zh: "日志文件或 syslog 目标", en: "The file, or the syslog target"),
      .required(
        "format", .string, zh: "访问日志的格式名，或错误日志的级别",
        en: "The name of the format, or for an error log its level"),
    ], identifyingField: "path")

  private static let listen = RecordType(
    name: "nginx_listen",
    fields: [
      .required(
        "address", .string, zh: "地址；0.0.0.0 为全部 IPv4，unix: 开头为套接字",
        en: "The address; 0.0.0.0 is all of IPv4, a socket starts with unix:"),
      .required("port", .int, zh: "端口；套接字为 0", en: "The port; 0 for a socket"),
      .required("tls", .bool, zh: "是否为 TLS", en: "Whether connections are TLS"),
      .required("http2", .bool, zh: "是否支持 HTTP/2", en: "Whether HTTP/2 is spoken"),
      .required(
        "default", .bool, zh: "是否为该地址的缺省服务器",
        en: "Whether this is the server of the address for unknown names"),
    ], identifyingField: "port")

  /// What holds for a server as well as for a location.
  private static let common: [RecordType.Field] = [
    .required(
      "headers", .map(.string, .string), zh: "生效的 add_header，名称小写；本层有 add_header 时不继承上层",
      en: "The add_header lines in effect, names in lower case; a level with its own inherits none"),
    .required(
      "headers_always", .list(.string), zh: "其中带 always、出错响应也会添加的名称",
      en: "Those with always, which error responses carry as well"),
    .optional(
      "hsts_max_age", .int, zh: "Strict-Transport-Security 的 max-age，单位秒；没有该头时没有此字段",
      en: "max-age of Strict-Transport-Security in seconds; missing without that header"),
    .required(
      "server_tokens", .string, zh: "是否透露版本：on、off、build",
      en: "Whether the version is told: on, off or build"),
    .required(
      "access_log", .list(.record(log)), zh: "访问日志；off 时为空", en: "Access logs; none when off"),
    .required("error_log", .list(.record(log)), zh: "错误日志", en: "Error logs"),
    .required(
      "client_max_body_size", .int, zh: "请求体上限的字节数；0 为不限",
      en: "The largest request body in bytes; 0 is no limit"),
    .required("autoindex", .bool, zh: "是否列出目录", en: "Whether folders are listed"),
    .required(
      "limit_req", .list(.string), zh: "生效的 limit_req 参数",
      en: "The arguments of limit_req in effect"),
    .required(
      "limit_conn", .list(.string), zh: "生效的 limit_conn 参数",
      en: "The arguments of limit_conn in effect"),
    .required(
      "access", .list(.string), zh: "按次序的 allow 与 deny 规则", en: "The rules allow and deny in order"),
    .required("auth_basic", .bool, zh: "是否要求 HTTP 基本认证", en: "Whether a password is asked for"),
  ]

  private static let location = RecordType(
    name: "nginx_location",
    fields: [
      .required(
        "path", .string, zh: "路径、正则、@名称，或 if 的条件",
        en: "The path, expression, @name, or the condition of an if"),
      .required(
        "modifier", .string, zh: "空、=、~、~*、^~、if 或 limit_except",
        en: "Empty, =, ~, ~*, ^~, if or limit_except"),
      .optional("proxy_pass", .string, zh: "转发目标", en: "Where requests are passed on"),
      .required(
        "proxy_ssl_verify", .bool, zh: "是否校验上游证书",
        en: "Whether the upstream's certificate is verified"),
      .optional("return", .string, zh: "return 的参数", en: "The arguments of return"),
    ] + common, identifyingField: "path")

  private static let server = RecordType(
    name: "nginx_server",
    fields: [
      .required("context", .string, zh: "http、stream 或 mail", en: "http, stream or mail"),
      .required("names", .list(.string), zh: "server_name", en: "The names of server_name"),
      .required("listen", .list(.record(listen)), zh: "监听", en: "What it listens on"),
      .required("tls", .bool, zh: "是否有 TLS 监听", en: "Whether it listens with TLS anywhere"),
      .required(
        "redirects_to_https", .bool, zh: "除 ACME 验证路径外，请求是否都被转到 https",
        en: "Whether all requests but those of ACME challenges are sent to https"),
      .required(
        "ssl_protocols", .list(.string), zh: "生效的 TLS 版本；未设时取该版本 nginx 的缺省值",
        en: "The versions of TLS in effect; when unset, the default of this version of nginx"),
      .required(
        "ssl_ciphers", .string, zh: "OpenSSL 密码套件表达式", en: "The ciphers as OpenSSL lists them"),
      .required(
        "ssl_prefer_server_ciphers", .bool, zh: "是否由服务器选择套件",
        en: "Whether the server's order counts"),
      .required(
        "ssl_certificate", .list(.string), zh: "证书文件", en: "The certificate files"),
      .required(
        "ssl_certificate_key", .list(.string), zh: "私钥文件的路径，不读其内容",
        en: "The paths of the key files, which are not read"),
      .required(
        "ssl_session_tickets", .bool, zh: "是否用会话票据", en: "Whether session tickets are used"),
      .required(
        "ssl_stapling", .bool, zh: "是否装订 OCSP 响应", en: "Whether OCSP responses are stapled"),
      .required(
        "ssl_verify_client", .string, zh: "是否验证客户端证书",
        en: "Whether client certificates are verified"),
      .required(
        "locations", .list(.record(location)), zh: "全部 location、if 与 limit_except，外层在前",
        en: "All locations, ifs and limit_excepts, the outer before the inner"),
    ] + common, identifyingField: "names")

  static let output = RecordType(
    name: "nginx",
    fields: [
      .optional(
        "version", .string, zh: "nginx 的版本；无从得知时没有此字段", en: "The version, where it can be known"),
      .required("path", .string, zh: "主配置文件", en: "The main configuration file"),
      .required("user", .string, zh: "工作进程的用户", en: "The user of the worker processes"),
      .required(
        "modules", .list(.string), zh: "load_module 载入的模块", en: "The modules of load_module"),
      .required(
        "servers", .list(.record(server)), zh: "按次序的 server 块", en: "The server blocks in order"),
    ])

  static let example: EvidenceValue = [
    "version": "1.22.1", "path": "/etc/nginx/nginx.conf", "user": "www-data", "modules": [],
    "servers": [
      [
        "context": "http", "names": ["shop.example"],
        "listen": [
          ["address": "0.0.0.0", "port": 443, "tls": true, "http2": true, "default": true]
        ],
        "tls": true, "redirects_to_https": false, "ssl_protocols": ["TLSv1.2", "TLSv1.3"],
        "ssl_ciphers": "HIGH:!aNULL:!MD5", "ssl_prefer_server_ciphers": true,
        "ssl_certificate": ["/etc/ssl/shop.pem"], "ssl_certificate_key": ["/etc/ssl/shop.key"],
        "ssl_session_tickets": false, "ssl_stapling": false, "ssl_verify_client": "off",
        "headers": ["strict-transport-security": "max-age=31536000"],
        "headers_always": ["strict-transport-security"], "hsts_max_age": 31_536_000,
        "server_tokens": "off",
        "access_log": [["path": "/var/log/nginx/access.log", "format": "combined"]],
        "error_log": [["path": "/var/log/nginx/error.log", "format": "error"]],
        "client_max_body_size": 1_048_576, "autoindex": false, "limit_req": [], "limit_conn": [],
        "access": [], "auth_basic": false, "locations": [],
      ]
    ],
  ]
}
