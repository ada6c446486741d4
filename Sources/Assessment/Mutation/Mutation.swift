// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A way in which a fact is changed.
package enum Mutation: String, Sendable, CaseIterable, Comparable {
  /// A truth value is turned round.
  case flipped
  /// A number or a length of time is one more or one less.
  case offByOne = "off_by_one"
  /// A time is a day earlier or later.
  case shiftedByDay = "shifted_by_day"
  /// The value is another one of its kind.
  case replaced
  /// What may be missing is missing.
  case removed
  /// What was missing is there.
  case added
  /// A list or map lacks one of its elements.
  case elementDropped = "element_dropped"
  /// A list or map has one element more.
  case elementAdded = "element_added"
  /// A list or map has no element.
  case emptied

  package static func < (a: Mutation, b: Mutation) -> Bool {
    allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
  }

  /// The name for people.
  package var label: LocalizedText {
    switch self {
    case .flipped: LocalizedText(zh: "取反", en: "flipped")
    case .offByOne: LocalizedText(zh: "加减一", en: "off by one")
    case .shiftedByDay: LocalizedText(zh: "前后移一天", en: "shifted by a day")
    case .replaced: LocalizedText(zh: "换成其他值", en: "replaced")
    case .removed: LocalizedText(zh: "去掉", en: "removed")
    case .added: LocalizedText(zh: "补上", en: "added")
    case .elementDropped: LocalizedText(zh: "少一个元素", en: "an element dropped")
    case .elementAdded: LocalizedText(zh: "多一个元素", en: "an element added")
    case .emptied: LocalizedText(zh: "清空", en: "emptied")
    }
  }
}
