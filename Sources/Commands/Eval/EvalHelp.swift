// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// What `eval` says of itself beyond its options.
enum EvalHelp {
  static let discussion = Speech.text(
    zh: """
      变量：
        --json、--yaml  顶层成员各为一个变量，整个文件为 data
        --bundle        每个采集器一个变量，- 写作 _，保留字后加 _；
                        不带参数采集的即其值：sshd.permitrootlogin
                        带参数采集的为映射：config["/etc/login.defs"]、
                        package_["names=[sudo]"]
                        未采集到的为“未知”
        as_of           --as-of 的时刻，默认为现在

      退出码：
        0  结果为真或其他值（--check、--ast：没有错误）
        1  结果为假
        2  表达式有错、求值出错或结果未知

      例：
        plumbline eval '1 + 1 == 2'
        plumbline eval --yaml app.yaml --explain 'users.all(u, u.mfa)'
        plumbline eval --bundle web-1.json
      """,
    en: """
      Variables:
        --json, --yaml  each member of the document; data is the whole of it
        --bundle        each collector, with _ for -, and one more _ behind a
                        reserved word;
                        asked without arguments: sshd.permitrootlogin
                        asked with arguments, a map:
                        config["/etc/login.defs"], package_["names=[sudo]"]
                        what was not collected is unknown
        as_of           the time of --as-of, by default now

      Exit code:
        0  true or any other value (--check, --ast: no mistake)
        1  false
        2  a mistake in the expression, an error or an unknown result

      Examples:
        plumbline eval '1 + 1 == 2'
        plumbline eval --yaml app.yaml --explain 'users.all(u, u.mfa)'
        plumbline eval --bundle web-1.json
      """)
}
