// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CEL
import Diagnostics

extension RecordType.Field {
  /// Declares a field that is always there.
  static func required(_ name: String, _ type: CELType, zh: String, en: String) -> Self {
    Self(name, type, documentation: LocalizedText(zh: zh, en: en))
  }

  /// Declares a field that can be missing.
  static func optional(_ name: String, _ type: CELType, zh: String, en: String) -> Self {
    Self(name, type, documentation: LocalizedText(zh: zh, en: en), isOptional: true)
  }
}
