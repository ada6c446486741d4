// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What became of a query.
///
/// Only `collected` has a value. `absent` is knowledge: the host was asked and has no such thing;
/// all others say that nothing is known.
package enum ObservationStatus: String, Sendable, Hashable, Codable, CaseIterable {
  /// The evidence was read.
  case collected
  /// The host has no such file, package or program.
  case absent
  /// The host does not let this user read it, or it lies outside of what may be read.
  case denied
  /// Reading took longer than it may.
  case timedOut = "timed_out"
  /// This kind of host cannot give this evidence.
  case unsupported
  /// What was read cannot be understood, or reading broke off.
  case failed

  /// The status in words.
  package var label: LocalizedText {
    switch self {
    case .collected: LocalizedText(zh: "已采集", en: "collected")
    case .absent: LocalizedText(zh: "不存在", en: "absent")
    case .denied: LocalizedText(zh: "无权读取", en: "denied")
    case .timedOut: LocalizedText(zh: "超时", en: "timed out")
    case .unsupported: LocalizedText(zh: "不支持", en: "not supported")
    case .failed: LocalizedText(zh: "采集失败", en: "failed")
    }
  }
}
