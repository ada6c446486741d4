// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

extension SyntaxTree {
  /// A field or element that is read, with what it is read from.
  struct Access {
    var whole: Expression.ID
    var holder: Expression.ID
    /// Whether it is a field, which `has` can ask for.
    var isField: Bool
  }

  /// Returns what reads the field name or the index that has a range.
  func access(at range: SourceRange) -> Access? {
    for (id, node) in nodes.enumerated() {
      switch node.kind {
      case .select(let select) where select.fieldRange == range:
        return Access(whole: id, holder: select.operand, isField: true)
      case .index(let operand, let index, _) where nodes[index].range == range:
        return Access(whole: id, holder: operand, isField: false)
      default: continue
      }
    }
    return nil
  }

  /// Returns the access with another name in the place of its own, such as `backup.last_test`.
  func text(of access: Access, named name: String) -> String {
    let holder = text(of: access.holder)
    return access.isField ? "\(holder).\(name)" : "\(holder)[\(CELValue.literal(name))]"
  }
}
