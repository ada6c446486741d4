// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// What the PAM stacks of a host ask of passwords, as one view.
struct PasswordRules {
  /// The value so far.
  private(set) var value = EvidenceObject()

  /// The services whose stack changes passwords and asks for them, the first that exists.
  private static let services = (
    password: ["passwd", "system-auth", "common-password", "password-auth", "other"],
    auth: ["sshd", "login", "password-auth", "system-auth", "common-auth", "other"]
  )

  /// Whether the host has any PAM service.
  private(set) var hasStacks = false

  /// Reads the stacks of a host.
  init(_ reader: inout HostReader) async throws(CollectionFailure) {
    let password = try await PAMStack(Self.services.password, type: "password", &reader)
    let auth = try await PAMStack(Self.services.auth, type: "auth", &reader)
    hasStacks = password != nil || auth != nil
    try await addQuality(password, &reader)
    try await addHistory(password, &reader)
    try await addLockout(auth, &reader)
    let unix = auth?.modules(named: "pam_unix.so").first { $0.value("nullok") != nil }
    set("allows_empty", .bool(unix != nil), unix.map { ($0.source, $0.line) }, &reader)
    let hashes = ["yescrypt", "gost_yescrypt", "sha512", "sha256", "blowfish", "md5", "bigcrypt"]
    let hashing = password?.modules(named: "pam_unix.so").last
    if let hashing, let word = hashes.first(where: { hashing.value($0) != nil }) {
      set("hash_algorithm", .string(word), (hashing.source, hashing.line), &reader)
    }
  }

  private mutating func set(
    _ field: String, _ value: EvidenceValue, _ place: (source: Int, line: Int)?,
    _ reader: inout HostReader
  ) {
    self.value[field] = value
    if let place { reader.trail.origin([field], source: place.source, line: place.line) }
  }

  private mutating func set(
    _ field: String, _ value: EvidenceValue, _ entry: PolicySettings.Entry?,
    _ reader: inout HostReader
  ) { set(field, value, entry.map { ($0.source, $0.line) }, &reader) }

  // MARK: - Quality

  private mutating func addQuality(_ stack: PAMStack?, _ reader: inout HostReader)
    async throws(CollectionFailure)
  {
    let quality = stack?.modules(named: "pam_pwquality.so").last
    let module = quality ?? stack?.modules(named: "pam_cracklib.so").last
    let unix = stack?.modules(named: "pam_unix.so").last
    guard let module else {
      set("checks_quality", .bool(false), nil as (Int, Int)?, &reader)
      if let unix {
        let length = unix.value("minlen").flatMap { Int64($0) } ?? 6
        set("min_length", .int(length), (unix.source, unix.line), &reader)
      }
      return
    }
    let settings = try await PolicySettings(
      files: quality == nil ? [] : Self.qualityFiles(reader), module, &reader)
    let isEnforcing = settings.flag("enforcing", default: true)
    set("checks_quality", .bool(isEnforcing), (module.source, module.line), &reader)
    addClasses(settings, isQuality: quality != nil, &reader)
    for (field, name) in [
      ("min_difference", "difok"), ("max_repeat", "maxrepeat"), ("max_sequence", "maxsequence"),
      ("max_class_repeat", "maxclassrepeat"), ("tries", "retry"),
    ] {
      guard let number = settings.number(name) else { continue }
      set(field, .int(number), settings[name], &reader)
    }
    set(
      "checks_dictionary", .bool(settings.flag("dictcheck", default: true)), settings["dictcheck"],
      &reader)
    set(
      "checks_user_name", .bool(settings.flag("usercheck", default: quality != nil)),
      settings["usercheck"], &reader)
    set(
      "binds_root", .bool(settings["enforce_for_root"] != nil), settings["enforce_for_root"],
      &reader)
  }

  /// libpwquality reads the drop-ins first, so that the main file has the last word.
  private static func qualityFiles(_ reader: HostReader) async throws(CollectionFailure)
    -> [String]
  {
    let folder = "/etc/security/pwquality.conf.d"
    let names = try await reader.list(folder).filter { $0.hasSuffix(".conf") }
    return names.map { "\(folder)/\($0)" } + ["/etc/security/pwquality.conf"]
  }

  /// A credit above zero shortens the length that is asked for; one below is a number of characters
  /// that must be there.
  private mutating func addClasses(
    _ settings: PolicySettings, isQuality: Bool, _ reader: inout HostReader
  ) {
    let standard: Int64 = isQuality ? 0 : 1
    var (bonus, demanded) = (Int64(0), Int64(0))
    for (field, name) in [
      ("min_digits", "dcredit"), ("min_upper", "ucredit"), ("min_lower", "lcredit"),
      ("min_other", "ocredit"),
    ] {
      let credit = min(max(settings.number(name) ?? standard, -1_000), 1_000)
      bonus += max(0, credit)
      if credit < 0 { demanded += 1 }
      set(field, .int(max(0, -credit)), settings[name], &reader)
    }
    let length = min(max(settings.number("minlen") ?? (isQuality ? 8 : 9), 0), 10_000)
    // Neither module lets fewer than six characters pass.
    set("min_length", .int(max(6, length - bonus)), settings["minlen"], &reader)
    let classes = max(settings.number("minclass") ?? 0, demanded)
    set("min_classes", .int(classes), settings["minclass"], &reader)
  }

  // MARK: - History and lockout

  private mutating func addHistory(_ stack: PAMStack?, _ reader: inout HostReader)
    async throws(CollectionFailure)
  {
    let history = stack?.modules(named: "pam_pwhistory.so").last
    if let history {
      let settings = try await PolicySettings(
        files: ["/etc/security/pwhistory.conf"], history, &reader)
      let place =
        settings["remember"].map { ($0.source, $0.line) } ?? (history.source, history.line)
      set("remembered", .int(settings.number("remember") ?? 10), place, &reader)
    } else if let unix = stack?.modules(named: "pam_unix.so").last,
      let number = unix.value("remember").flatMap({ Int64($0) })
    {
      set("remembered", .int(number), (unix.source, unix.line), &reader)
    } else {
      value["remembered"] = 0
    }
  }

  private mutating func addLockout(_ stack: PAMStack?, _ reader: inout HostReader)
    async throws(CollectionFailure)
  {
    // Counting failures without the line that refuses, or the other way round, locks nobody out.
    let lines = stack?.modules.filter { $0.name == "pam_faillock.so" } ?? []
    let failing = lines.last { $0.value("authfail") != nil }
    let tally = stack?.modules(named: "pam_tally2.so").last
    guard let module = failing ?? tally else {
      value["locks_out"] = false
      return
    }
    let file = module.value("conf") ?? "/etc/security/faillock.conf"
    let settings = try await PolicySettings(files: failing == nil ? [] : [file], module, &reader)
    // Three is the default of faillock; pam_tally2 without a number only counts.
    let attempts = settings.number("deny") ?? (failing == nil ? 0 : 3)
    set("locks_out", .bool(attempts > 0), (module.source, module.line), &reader)
    guard attempts > 0 else { return }
    set("attempts", .int(attempts), settings["deny"], &reader)
    let unlock = settings["unlock_time"]?.value == "never" ? 0 : settings.number("unlock_time")
    set(
      "unlock_seconds", .int(unlock ?? (failing == nil ? 0 : 600)), settings["unlock_time"], &reader
    )
    if failing != nil {
      let interval = settings.number("fail_interval") ?? 900
      set("interval_seconds", .int(interval), settings["fail_interval"], &reader)
    }
    set("locks_root", .bool(settings["even_deny_root"] != nil), settings["even_deny_root"], &reader)
  }
}
