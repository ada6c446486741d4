// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// Grammar that English needs and Chinese does not.
package enum English {
  /// Returns a number with its noun, such as "1 error" or "2 errors".
  ///
  /// - Parameter plural: the noun for more than one; the singular with an s when left out.
  package static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? singular : plural ?? singular + "s")"
  }
}
