// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Assessment
package import ControlCatalog

/// Finds the controls whose failure is to be taken for a major hazard (重大风险隐患).
///
/// The official judgement weighs relevance, severity and frequency (letter 公网安〔2025〕1846号, Q19),
/// which no program can. What can be told is the suspicion: a control of high or critical severity
/// is broken that cites an item which the 2025 guide lists as a high-risk case. It counts until an
/// assessor decides otherwise, since the cautious reading must not flatter.
package enum MajorHazards {
  /// Returns the names of the controls concerned, in the order of the items.
  package static func suspected(in rollUp: ControlRollUp, library: ControlLibrary) -> [String] {
    rollUp.items.filter { isSuspected($0, library) }.map(\.control.id)
  }

  private static func isSuspected(_ item: ControlRollUp.Item, _ library: ControlLibrary) -> Bool {
    item.outcome.isFinding && item.control.severity >= .high
      && item.control.requirements.contains { library.requirement($0.id)?.isHighRisk == true }
  }
}
