// Plumbline
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Chronology
import Diagnostics
import EvidenceModel

/// What every command takes.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .customLong("lang"),
    help: Speech.help(zh: "语言：zh 或 en", en: "Language: zh or en.", valueName: "zh|en"))
  var language: Language?

  @Flag(
    name: .shortAndLong,
    help: Speech.help(zh: "只输出结果和错误", en: "Print results and errors only."))
  var quiet = false

  /// Where the command speaks.
  var terminal: Terminal { Terminal.standard(isQuiet: quiet) }
}

/// The time of an assessment.
struct TimeOptions: ParsableArguments {
  @Option(
    help: Speech.help(
      zh: "按此日期或时刻评估，形如 2026-11-23；默认为现在",
      en: "Assess as of this date or time, such as 2026-11-23; default now.", valueName: "time"))
  var asOf: Instant?

  /// The time given, or the present.
  var instant: Instant { asOf ?? SystemClock.now() }

  /// What gives the time of observations: the time given, so that nothing of the clock shows in
  /// the output, or the machine's clock.
  var clock: @Sendable () -> Instant {
    guard let asOf else { return { SystemClock.now() } }
    return { asOf }
  }
}

extension Language: ExpressibleByArgument {}

extension Instant: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}
