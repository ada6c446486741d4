// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension SSHDKeyword {
  /// All settings that the `sshd` collector returns.
  static let all: [SSHDKeyword] = [
    .init(
      name: "permitrootlogin", kind: .word("without-password"), zh: "root 能否登录",
      en: "Whether root can log in"),
    .init(
      name: "passwordauthentication", kind: .word("yes"), zh: "是否允许口令认证",
      en: "Whether passwords are accepted"),
    .init(
      name: "permitemptypasswords", kind: .word("no"), zh: "是否允许空口令",
      en: "Whether empty passwords are accepted"),
    .init(
      name: "pubkeyauthentication", kind: .word("yes"), zh: "是否允许公钥认证",
      en: "Whether public keys are accepted"),
    .init(
      name: "kbdinteractiveauthentication", kind: .word("yes"), zh: "是否允许键盘交互认证",
      en: "Whether keyboard-interactive authentication is accepted"),
    .init(name: "usepam", kind: .word("no"), zh: "是否使用 PAM", en: "Whether PAM is used"),
    .init(
      name: "x11forwarding", kind: .word("no"), zh: "是否允许 X11 转发",
      en: "Whether X11 is forwarded"),
    .init(
      name: "allowtcpforwarding", kind: .word("yes"), zh: "是否允许 TCP 转发：yes、no、local、remote",
      en: "Whether TCP is forwarded: yes, no, local or remote"),
    .init(
      name: "allowagentforwarding", kind: .word("yes"), zh: "是否允许代理转发",
      en: "Whether the agent is forwarded"),
    .init(
      name: "ignorerhosts", kind: .word("yes"), zh: "是否忽略 .rhosts：yes、no、shosts-only",
      en: "Whether .rhosts is ignored: yes, no or shosts-only"),
    .init(
      name: "hostbasedauthentication", kind: .word("no"), zh: "是否允许基于主机的认证",
      en: "Whether hosts are trusted to authenticate users"),
    .init(
      name: "strictmodes", kind: .word("yes"), zh: "登录前是否检查用户文件的权限",
      en: "Whether the permissions of users' files are checked"),
    .init(
      name: "loglevel", kind: .capitals("INFO"), zh: "日志级别", en: "How much is logged"),
    .init(
      name: "banner", kind: .text("none"), zh: "登录前显示的文件，或 none",
      en: "The file shown before login, or none"),
    .init(
      name: "permituserenvironment", kind: .text("no"), zh: "是否处理用户的环境文件",
      en: "Whether users' environment files count"),
    .init(
      name: "gatewayports", kind: .word("no"), zh: "远程主机能否连接转发的端口",
      en: "Whether remote hosts reach forwarded ports"),
    .init(
      name: "maxauthtries", kind: .number(6), zh: "每个连接的最多认证次数",
      en: "The most attempts to authenticate in a connection"),
    .init(
      name: "maxsessions", kind: .number(10), zh: "每个连接的最多会话数",
      en: "The most sessions in a connection"),
    .init(
      name: "logingracetime", kind: .seconds(120), zh: "认证时限（秒），0 为不限",
      en: "The seconds to authenticate, 0 for no limit"),
    .init(
      name: "clientaliveinterval", kind: .seconds(0), zh: "多少秒无数据后探测客户端，0 为不探测",
      en: "The seconds of silence before a client is probed, 0 for never"),
    .init(
      name: "clientalivecountmax", kind: .number(3), zh: "未应答的最多探测次数",
      en: "The most probes without an answer"),
    .init(
      name: "port", kind: .numbers([22]), zh: "监听的端口", en: "The ports listened on"),
    .init(name: "ciphers", kind: .algorithms(.ciphers), zh: "加密算法", en: "The ciphers"),
    .init(name: "macs", kind: .algorithms(.macs), zh: "消息认证码算法", en: "The MAC algorithms"),
    .init(
      name: "kexalgorithms", kind: .algorithms(.keyExchanges), zh: "密钥交换算法",
      en: "The key exchange algorithms"),
    .init(
      name: "hostkeyalgorithms", kind: .algorithms(.keys), zh: "主机密钥签名算法",
      en: "The signature algorithms of host keys"),
    .init(
      name: "pubkeyacceptedalgorithms", kind: .algorithms(.keys), zh: "接受的用户公钥签名算法",
      en: "The signature algorithms accepted of users"),
    .init(
      name: "allowusers", kind: .words, zh: "只允许登录的用户模式；空为不限",
      en: "Patterns of the only users who can log in; empty for all"),
    .init(
      name: "allowgroups", kind: .words, zh: "只允许登录的组模式；空为不限",
      en: "Patterns of the only groups that can log in; empty for all"),
    .init(
      name: "denyusers", kind: .words, zh: "禁止登录的用户模式", en: "Patterns of users who cannot log in"),
    .init(
      name: "denygroups", kind: .words, zh: "禁止登录的组模式", en: "Patterns of groups that cannot log in"),
    .init(
      name: "authenticationmethods", kind: .firstWords(["any"]), zh: "必须通过的认证方式组合；any 为任一",
      en: "The sequences of methods that must succeed; any for a single one"),
    .init(
      name: "subsystem", kind: .lines, zh: "子系统名称与命令", en: "Subsystems, each name and command"),
  ]
}
