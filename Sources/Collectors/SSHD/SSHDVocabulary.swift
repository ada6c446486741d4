// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// The keywords of `sshd_config`, from OpenSSH 6 on, with the patches of Debian, Red Hat and
/// FreeBSD: a host may run any of them.
enum SSHDVocabulary {
  /// What a keyword means and where it may stand.
  struct Entry: Sendable {
    /// The name under which `sshd -T` prints it, in lower case.
    let name: String
    /// What its arguments may be.
    let rule: SSHDRule
    /// Whether it may stand in a Match block.
    let isAllowedInMatch: Bool
  }

  /// Returns what a keyword means, in any case; `nil` for a word that is no keyword.
  static subscript(keyword: String) -> Entry? { entries[keyword.lowercased()] }

  /// Returns the keyword that was probably meant.
  static func suggestion(for word: String) -> String? {
    guard let name = SpellingSuggestion.nearest(to: word, in: entries.keys.sorted()) else {
      return nil
    }
    return spelling[name] ?? name
  }

  private static let entries: [String: Entry] = {
    var entries: [String: Entry] = [:]
    for (rules, isAllowedInMatch) in [(anywhere, true), (global, false)] {
      for (keyword, rule) in rules {
        let name = aliases[keyword.lowercased()] ?? keyword.lowercased()
        entries[keyword.lowercased()] = Entry(
          name: name, rule: rule, isAllowedInMatch: isAllowedInMatch)
      }
    }
    for keyword in retiredAnywhere + retired {
      entries[keyword] = Entry(
        name: keyword, rule: .ignored, isAllowedInMatch: retiredAnywhere.contains(keyword))
    }
    return entries
  }()

  /// The usual spelling of keywords, by keyword in lower case.
  private static let spelling = Dictionary(
    (Array(anywhere.keys) + Array(global.keys)).map { ($0.lowercased(), $0) },
    uniquingKeysWith: { one, _ in one })

  /// Keywords that have a newer name.
  private static let aliases = [
    "challengeresponseauthentication": "kbdinteractiveauthentication",
    "skeyauthentication": "kbdinteractiveauthentication",
    "dsaauthentication": "pubkeyauthentication",
    "pubkeyacceptedkeytypes": "pubkeyacceptedalgorithms",
    "hostbasedacceptedkeytypes": "hostbasedacceptedalgorithms",
    "gssapicleanupcreds": "gssapicleanupcredentials",
    "hostdsakey": "hostkey",
    "keepalive": "tcpkeepalive",
    "rsaminsize": "requiredrsasize",
  ]

  /// Keywords that may stand in a Match block as well.
  private static let anywhere: [String: SSHDRule] = [
    "AcceptEnv": .environmentNames, "AllowAgentForwarding": .flag, "AllowGroups": .texts,
    "AllowStreamLocalForwarding": .forwarding, "AllowTcpForwarding": .forwarding,
    "AllowUsers": .userPatterns, "AuthenticationMethods": .authenticationMethods,
    "AuthorizedKeysCommand": .command, "AuthorizedKeysCommandUser": .text,
    "AuthorizedKeysFile": .texts, "AuthorizedPrincipalsCommand": .command,
    "AuthorizedPrincipalsCommandUser": .text, "AuthorizedPrincipalsFile": .text, "Banner": .text,
    "CASignatureAlgorithms": .algorithms(.signatures), "ChallengeResponseAuthentication": .flag,
    "ChannelTimeout": .channelTimeouts, "ChrootDirectory": .text,
    "ClientAliveCountMax": .integer, "ClientAliveInterval": .time, "DenyGroups": .texts,
    "DenyUsers": .userPatterns, "DisableForwarding": .flag, "ExposeAuthInfo": .flag,
    "ForceCommand": .ignored, "GatewayPorts": .words("clientspecified", "yes", "no"),
    "GSSAPIAuthentication": .flag, "GSSAPIEnablek5users": .flag,
    "HostbasedAcceptedAlgorithms": .algorithms(.keys),
    "HostbasedAcceptedKeyTypes": .algorithms(.keys), "HostbasedAuthentication": .flag,
    "HostbasedUsesNameFromPacketOnly": .flag, "IgnoreRhosts": .words("yes", "no", "shosts-only"),
    "Include": .paths, "IPQoS": .serviceQuality, "KbdInteractiveAuthentication": .flag,
    "KerberosAuthentication": .flag, "KerberosUseKuserok": .flag,
    "LogLevel": .words(
      "quiet", "silent", "fatal", "error", "info", "verbose", "debug", "debug1", "debug2",
      "debug3"),
    "LogVerbose": .eachOrNone { !$0.isEmpty }, "Match": .match, "MaxAuthTries": .integer,
    "MaxSessions": .integer, "PasswordAuthentication": .flag, "PermitEmptyPasswords": .flag,
    "PermitListen": .forwardings(allowsPortAlone: true),
    "PermitOpen": .forwardings(allowsPortAlone: false),
    "PermitRootLogin": .words(
      "yes", "no", "prohibit-password", "without-password", "forced-commands-only"),
    "PermitTTY": .flag, "PermitTunnel": .tunnel, "PermitUserRC": .flag,
    "PubkeyAcceptedAlgorithms": .algorithms(.keys), "PubkeyAcceptedKeyTypes": .algorithms(.keys),
    "PubkeyAuthentication": .flag, "PubkeyAuthOptions": .keyOptions, "RDomain": .text,
    "RefuseConnection": .flag, "RekeyLimit": .rekeyLimit, "RequiredRSASize": .integer,
    "RevokedKeys": .text, "RSAMinSize": .integer, "SetEnv": .environment,
    "SkeyAuthentication": .flag, "StreamLocalBindMask": .octalMode,
    "StreamLocalBindUnlink": .flag, "TrustedUserCAKeys": .text,
    "UnusedConnectionTimeout": .timeOrNone, "X11DisplayOffset": .integer, "X11Forwarding": .flag,
    "X11UseLocalhost": .flag,
  ]

  /// Keywords that hold for the whole server.
  private static let global: [String: SSHDRule] = [
    "AddressFamily": .words("inet", "inet6", "any"), "Ciphers": .algorithms(.ciphers),
    "Compression": .words("yes", "delayed", "no"), "DebianBanner": .flag,
    "DSAAuthentication": .flag, "FingerprintHash": .digest, "GSSAPICleanupCredentials": .flag,
    "GSSAPICleanupCreds": .flag, "GSSAPIKexAlgorithms": .gssapiExchanges,
    "GSSAPIKeyExchange": .flag, "GSSAPIStoreCredentialsOnRekey": .flag,
    "GSSAPIStrictAcceptorCheck": .flag, "HostCertificate": .text, "HostDSAKey": .text,
    "HostKey": .text, "HostKeyAgent": .text, "HostKeyAlgorithms": .algorithms(.keys),
    "IgnoreUserKnownHosts": .flag, "KeepAlive": .flag, "KerberosGetAFSToken": .flag,
    "KerberosOrLocalPasswd": .flag, "KerberosTicketCleanup": .flag,
    "KerberosUniqueCCache": .flag, "KexAlgorithms": .algorithms(.keyExchanges),
    "ListenAddress": .listenAddress, "LoginGraceTime": .time, "MACs": .algorithms(.macs),
    "MaxStartups": .maxStartups, "ModuliFile": .text, "PAMServiceName": .text,
    "PermitUserEnvironment": .text, "PerSourceMaxStartups": .integerOrNone,
    "PerSourceNetBlockSize": .netBlockSize, "PerSourcePenalties": .texts,
    "PerSourcePenaltyExemptList": .text, "PidFile": .text, "Port": .port, "PrintLastLog": .flag,
    "PrintMotd": .flag, "SecurityKeyProvider": .text, "SshdAuthPath": .text,
    "SshdSessionPath": .text, "StrictModes": .flag, "Subsystem": .subsystem,
    "SyslogFacility": .words(
      "daemon", "user", "auth", "authpriv", "local0", "local1", "local2", "local3", "local4",
      "local5", "local6", "local7"),
    "TCPKeepAlive": .flag, "UseBlacklist": .flag, "UseBlocklist": .flag, "UseDNS": .flag,
    "UsePAM": .flag, "VersionAddendum": .versionAddendum, "XAuthLocation": .text,
  ]

  /// Keywords that OpenSSH passes over, wherever they stand.
  private static let retiredAnywhere = [
    "authorizedkeysfile2", "rhostsrsaauthentication", "rsaauthentication",
  ]

  /// Keywords that OpenSSH passes over outside of Match blocks.
  private static let retired = [
    "afstokenpassing", "checkmail", "gssapiusesessioncredcache", "gssusesessionccache",
    "kerberostgtpassing", "keyregenerationinterval", "pamauthenticationviakbdint",
    "permitblacklistedkeys", "protocol", "reversemappingcheck", "rhostsauthentication",
    "serverkeybits", "uselogin", "useprivilegeseparation", "verifyreversemapping",
  ]
}
