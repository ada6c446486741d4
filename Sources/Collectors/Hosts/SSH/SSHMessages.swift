// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Why a machine could not be reached, in words for the reader of a report.
enum SSHMessages {
  static let noClient = LocalizedText(
    zh: "本机没有 OpenSSH 客户端（ssh）", en: "this machine has no OpenSSH client (ssh)")
  static let noFolder = LocalizedText(
    zh: "无法为 SSH 连接创建临时目录", en: "no temporary folder can be made for the SSH connection")
  static let connectionLost = LocalizedText(zh: "SSH 连接中断", en: "the SSH connection was lost")
  static let notSFTP = LocalizedText(
    zh: "远端返回的不是 SFTP 协议；登录脚本可能向非交互会话输出了文字",
    en: "the other side does not speak SFTP; a login script may print text in sessions without a"
      + " terminal")
  static let noSubsystem = LocalizedText(
    zh: "远端 SSH 服务未提供 sftp 子系统", en: "the SSH server there offers no sftp subsystem")
  static let noServerProgram = LocalizedText(
    zh: "远端找不到 sftp-server 程序", en: "there is no sftp-server program there")
  static let sudoRefused = LocalizedText(
    zh: "远端 sudo 要求口令或不允许该用户运行 sftp-server",
    en: "sudo there asks for a password or does not let the user run sftp-server")
  static let noSudo = LocalizedText(zh: "远端没有 sudo", en: "there is no sudo there")
  static let hostKeyChanged = LocalizedText(
    zh: "主机密钥与已知密钥不符，可能有人冒充该主机；核实后再更新 known_hosts",
    en: "the host key is not the known one, so another machine may pose as this host; update"
      + " known_hosts only after checking")
  static let hostKeyUnknown = LocalizedText(
    zh: "主机密钥未登记；核实后加入 known_hosts",
    en: "the host key is not known; add it to known_hosts after checking")
  static let refused = LocalizedText(
    zh: "密钥登录被拒绝", en: "the host refuses to log this user in with a key")
  static let noAnswer = LocalizedText(zh: "在时限内没有应答", en: "there was no answer in time")

  static func unreachable(_ words: String) -> LocalizedText {
    LocalizedText(zh: "无法连接（\(words)）", en: "it cannot be reached (\(words))")
  }

  static func failed(_ words: String) -> LocalizedText {
    LocalizedText(zh: "SSH 客户端失败（\(words)）", en: "the SSH client failed (\(words))")
  }
}
