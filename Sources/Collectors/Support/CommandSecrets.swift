// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// Finds the arguments of commands that hold a secret by their place alone.
///
/// The redactor knows `--password=secret` and the like from the text itself. A secret that follows
/// its option as a word of its own, or stands behind one letter, is known only from the command.
enum CommandSecrets {
  /// Options of one letter that a password follows at once or as the next word, by program.
  private static let attached: [(programs: Set<String>, option: String)] = [
    (
      [
        "mysql", "mysqldump", "mysqladmin", "mariadb", "mariadb-dump", "mariadb-admin", "sshpass",
        "mysqlbinlog", "mysqlcheck", "xtrabackup", "mongodump", "mongorestore", "mongo", "mongosh",
      ], "-p"
    ),
    (["redis-cli"], "-a"), (["curl"], "-u"), (["curl"], "-U"),
    (["ldapsearch", "ldapmodify"], "-w"),
    (["smbclient", "rpcclient"], "-U"), (["ipmitool"], "-P"),
    (["zip", "unzip", "7z", "7za"], "-P"),
    (["snmpd", "snmpwalk", "snmpget"], "-c"), (["snmpwalk", "snmpget"], "-A"),
    (["snmpwalk", "snmpget"], "-X"), (["openssl"], "-k"), (["openssl"], "-K"),
  ]

  /// Options whose secret is the next word only when it stands alone.
  private static let separate: Set<String> = [
    "-pass", "-passin", "-passout", "-storepass", "-keypass", "--user", "--proxy-user",
    "--pass", "-password", "-pw",
  ]

  /// Returns the indexes of the arguments that are secret whatever they look like.
  ///
  /// - Parameter arguments: the words of a command with the program in front.
  static func indexes(in arguments: [String]) -> [Int] {
    var indexes: [Int] = []
    var options: [String] = []
    for (index, word) in arguments.enumerated() {
      if let last = word.split(separator: "/").last.map(String.init) {
        options += attached.filter { $0.programs.contains(last) }.map(\.option)
      }
      let next = index + 1
      if separate.contains(word) || isSecretOption(word), next < arguments.count {
        indexes.append(next)
      }
      for option in options where word.hasPrefix(option) && !word.hasPrefix("--") {
        if word != option {
          indexes.append(index)
        } else if next < arguments.count {
          indexes.append(next)
        }
      }
    }
    return Set(indexes).sorted()
  }

  /// `--password`, `-Dpassword`, without a value of its own.
  private static func isSecretOption(_ word: String) -> Bool {
    word.hasPrefix("-") && !word.contains("=")
      && SecretNames.kind(of: String(word.drop { $0 == "-" })) != nil
  }

  /// Returns whether a line for a shell holds a secret by its place, or one behind backslashes.
  static func isSecret(line: String) -> Bool {
    hidesSecret(line)
      || line.split { ";|&\n".contains($0) }.contains { part in
        !indexes(in: ConfigurationWords.split(part)).isEmpty
      }
  }

  /// Backslashes take its shape from a secret, such as `--password\=…` in sudoers.
  private static func hidesSecret(_ line: String) -> Bool {
    guard line.utf8.contains(UInt8(ascii: "\\")) else { return false }
    var isEscaped = false
    var plain: [UInt8] = []
    for byte in line.utf8 {
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      if !isEscaped { plain.append(byte) }
    }
    let visible = Redactor.secretRanges(in: Array(line.utf8))
    return Redactor.secretRanges(in: plain).count > visible.count
  }
}
