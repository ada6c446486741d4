// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import EvidenceModel

/// The filters of the collector `directory` and the type of what it lists.
enum DirectoryArguments {
  /// The arguments in the order of the reference.
  static let all: [ArgumentDescription] = [
    ArgumentDescription(
      "path", .text, isRequired: true, zh: "目录的绝对路径", en: "The absolute path of the folder"),
    ArgumentDescription(
      "name", .textOrList, zh: "名称的通配模式，符合其一即可", en: "Patterns of names, of which one must match"),
    ArgumentDescription(
      "kind", .textOrList, choices: ["file", "directory", "symlink", "other"],
      zh: "项的种类；other 为管道、套接字与设备", en: "What it is; other stands for pipes, sockets and devices"),
    ArgumentDescription(
      "any_permissions", .permissions,
      zh: "八进制权限位，有其一即可，如 \"0002\"（他人可写）、\"6000\"（setuid 或 setgid）",
      en: "Octal bits of which one must be set: \"0002\" writable by all, \"6000\" setuid or setgid"
    ),
    ArgumentDescription(
      "all_permissions", .permissions, zh: "八进制权限位，须全部具有", en: "Octal bits that must all be set"),
    ArgumentDescription(
      "owner", .textOrList, zh: "属主的用户名或编号，符合其一即可",
      en: "Names or numbers of owners, of which one must match"),
    ArgumentDescription(
      "not_owner", .textOrList, zh: "排除的属主用户名或编号",
      en: "Names or numbers of owners that are left out"),
    ArgumentDescription(
      "unowned", .boolean, zh: "只列属主不在 /etc/passwd 中的项",
      en: "Only what belongs to a number that /etc/passwd does not have"),
    ArgumentDescription("min_size", .integer, zh: "最小字节数", en: "The least size in bytes"),
    ArgumentDescription("max_size", .integer, zh: "最大字节数", en: "The greatest size in bytes"),
    ArgumentDescription(
      "modified_after", .instant, zh: "最后修改晚于此时", en: "Last written after this time"),
    ArgumentDescription(
      "modified_before", .instant, zh: "最后修改早于此时", en: "Last written before this time"),
    ArgumentDescription(
      "exclude", .textOrList, zh: "排除的路径通配模式，连同其下各级；* 也匹配 /",
      en: "Patterns of paths left out with all below; * matches / too"),
    ArgumentDescription(
      "depth", .integer, zh: "向下的层数，1 为目录本身所含的项", en: "How many levels down; 1 is the folder's own"),
    ArgumentDescription(
      "cross_mounts", .boolean, zh: "是否进入其下挂载的其他文件系统",
      en: "Whether file systems mounted below are looked into"),
    ArgumentDescription(
      "limit", .integer, default: 1_000, zh: "至多列出的项数，不超过 10000",
      en: "How many are listed at most, up to 10000"),
  ]

  /// The type of one thing in the list.
  static let entryType = RecordType(
    name: "directory_entry",
    fields: [
      .required("path", .string, zh: "绝对路径", en: "The absolute path"),
      .required("name", .string, zh: "名称", en: "The name"),
      .required(
        "type", .string, zh: "file、directory、symlink 或 other",
        en: "file, directory, symlink or other"),
      .required("mode", .string, zh: "四位八进制权限", en: "Permissions as four octal digits"),
      .required("permissions", .int, zh: "权限位，0 至 4095", en: "The permission bits, 0 to 4095"),
      .optional("owner", .string, zh: "属主用户名", en: "The name of the owner"),
      .required("uid", .int, zh: "属主编号", en: "The number of the owner"),
      .required("gid", .int, zh: "属组编号", en: "The number of the group"),
      .required("size", .int, zh: "大小（字节）", en: "The size in bytes"),
      .required("modified", .timestamp, zh: "最后修改时间", en: "When it was last written"),
      .optional("link_target", .string, zh: "链接的目标", en: "Where a link points"),
    ], identifyingField: "path")
}
