// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Why evidence was not collected, in words for the reader of a report.
enum CollectorMessages {
  static let noCommandsInFolder = LocalizedText(
    zh: "离线文件上不能运行命令", en: "no command runs over stored files")
  static let notInAssessmentFolder = LocalizedText(
    zh: "评估文件夹中只读取 records 与 evidence",
    en: "of an assessment folder only records and evidence are read")
  static let noAugeas = LocalizedText(zh: "Augeas 无法启动", en: "Augeas does not start")
  static let noProcessFolder = LocalizedText(
    zh: "本机未挂载 /proc", en: "/proc is not mounted on this machine")
  static let needsRunningSystem = LocalizedText(
    zh: "只有运行中的系统才有此证据", en: "only a running system has this evidence")
  static let noPackageDatabase = LocalizedText(
    zh: "主机上没有 dpkg 或 rpm 软件包数据库", en: "the host has no dpkg or rpm package database")
  static let rpmNeedsRunningSystem = LocalizedText(
    zh: "rpm 数据库只能在运行中的系统上查询", en: "the rpm database can be asked on a running system only")
  static let noServiceManager = LocalizedText(
    zh: "主机上没有 systemd 单元或启动脚本", en: "the host has neither systemd units nor start scripts")

  static let noModprobe = LocalizedText(
    zh: "主机上没有 modprobe.d 目录", en: "the host has no modprobe.d folder")
  static let noLogs = LocalizedText(
    zh: "没有 systemd 日志、rsyslog 和 logrotate 的配置",
    en: "there is no journal, and no configuration of rsyslog or logrotate")
  static let noJournal = LocalizedText(
    zh: "主机上没有 systemd 日志服务", en: "the host has no systemd journal")

  static func notACertificate(_ path: String, _ line: Int?) -> LocalizedText {
    let place = line.map { "\(path):\($0)" } ?? path
    return LocalizedText(
      zh: "\(place) 不是 X.509 证书（不打开 PKCS#12 容器）",
      en: "\(place) is no X.509 certificate (PKCS#12 containers are not opened)")
  }

  static func noCertificates(_ paths: String) -> LocalizedText {
    LocalizedText(zh: "'\(paths)' 处没有证书", en: "there is no certificate at '\(paths)'")
  }

  static func tooManyLinks(_ limit: Int) -> LocalizedText {
    LocalizedText(
      zh: "符号链接超过 \(limit) 层", en: "more than \(limit) symbolic links in a row")
  }

  static func binary(_ path: String) -> LocalizedText {
    LocalizedText(
      zh: "'\(path)' 含有 NUL 字节，不是文本文件", en: "'\(path)' holds a NUL byte and is no text file")
  }

  static func unknownFormat(_ path: String) -> LocalizedText {
    LocalizedText(
      zh: "无法从路径 '\(path)' 得知其格式，请以参数 lens 指定 Augeas 透镜",
      en: "the path '\(path)' does not tell its format; give the Augeas lens as argument 'lens'")
  }

  static func noLens(_ lens: String, detail: String) -> LocalizedText {
    LocalizedText(
      zh: "Augeas 透镜 '\(lens)' 不可用（\(detail)）",
      en: "the Augeas lens '\(lens)' cannot be used (\(detail))")
  }

  static func parseError(_ path: String, _ lens: String, line: String, column: Int)
    -> LocalizedText
  {
    LocalizedText(
      zh: "\(path):\(line):\(column) 不符合 \(lens) 的格式",
      en: "\(path):\(line):\(column) is not in the format of \(lens)")
  }

  static func badName(_ name: String) -> LocalizedText {
    LocalizedText(zh: "'\(name)' 不是合法的名称", en: "'\(name)' is no valid name")
  }

  static func malformed(_ path: String, line: Int) -> LocalizedText {
    LocalizedText(zh: "\(path):\(line) 格式错误", en: "\(path):\(line) is malformed")
  }

  static func commandFailed(_ line: String, _ code: Int, _ errors: String) -> LocalizedText {
    LocalizedText(
      zh: "'\(line)' 以代码 \(code) 结束：\(errors)", en: "'\(line)' ended with code \(code): \(errors)")
  }

  static func notSetInFiles(_ name: String) -> LocalizedText {
    LocalizedText(
      zh: "系统未运行，且没有 sysctl 文件设置 '\(name)'",
      en: "nothing runs here, and no sysctl file sets '\(name)'")
  }

  static func tooManyIncludes(_ path: String, _ limit: Int) -> LocalizedText {
    LocalizedText(
      zh: "'\(path)' 的 Include 嵌套超过 \(limit) 层",
      en: "'Include' in '\(path)' nests more than \(limit) deep")
  }
}
