// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics
package import EvidenceModel

/// The configuration of nginx as it takes effect.
///
/// A plain look at the files misleads: includes count where they stand, a location with a header of
/// its own drops all headers of its server, and most settings are defaults that change between
/// versions. The files are read the way nginx reads them; the program is asked for its version and
/// its paths only, because even its test of a configuration writes to the machine.
package struct NginxCollector: Collector {
  package init() {}

  package let description = CollectorDescription(
    id: "nginx",
    summary: LocalizedText(
      zh: "nginx 实际生效的配置：解析 include、继承规则与各版本缺省值",
      en: "The configuration of nginx in effect, with includes, inheritance and defaults by version"
    ),
    arguments: [
      ArgumentDescription(
        "path", .text, zh: "主配置文件；缺省时按 nginx 的编译路径及各发行版的惯例查找",
        en: "The main file; when left out, where nginx was built to look and distributions put it"),
      ArgumentDescription(
        "prefix", .text, zh: "日志等相对路径的起点，同 nginx -p",
        en: "Where relative paths of logs start, as with nginx -p"),
    ],
    output: NginxSchema.output,
    privileges: LocalizedText(
      zh: "对配置文件的读权限", en: "Read permission on the configuration files"),
    reads: LocalizedText(
      zh: "nginx.conf 及其包含的文件；nginx -V；无法运行时从 dpkg 状态取版本",
      en: "nginx.conf and what it includes; nginx -V, or else the version in dpkg's status"),
    example: NginxSchema.example)

  /// Where distributions, the source, OpenResty and the BaoTa panel put the main file.
  private static let paths = [
    "/etc/nginx/nginx.conf", "/usr/local/nginx/conf/nginx.conf",
    "/usr/local/openresty/nginx/conf/nginx.conf", "/www/server/nginx/conf/nginx.conf",
  ]

  package func collect(_ arguments: CollectorArguments, from host: any Host)
    async throws(CollectionFailure) -> CollectedEvidence
  {
    var reader = HostReader(host)
    var build = try await NginxBuild(&reader)
    if let prefix = arguments.optionalText("prefix") { build.prefix = prefix }
    var paths = [build.configuration].compactMap(\.self) + Self.paths
    if let path = arguments.optionalText("path") { paths = [path] }
    for path in paths {
      if let configuration = try await NginxConfiguration(path, &reader) {
        var evidence = NginxEvidence(configuration, build, reader.trail)
        return CollectedEvidence(evidence.value(of: path), evidence.trail)
      }
    }
    throw reader.failure(.absent, ServiceMessages.notInstalled("nginx"))
  }
}
