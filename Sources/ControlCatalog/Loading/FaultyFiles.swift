// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import YAMLTree

/// What the faulty files of a library give names to.
///
/// A mistake is told where it is made; what mentions the part that it spoils is not at fault.
struct FaultyFiles {
  /// The controls, by the names of their files.
  private(set) var controls: Set<String> = []
  /// The profiles, by the names of their files.
  private(set) var profiles: Set<String> = []
  /// The catalogs, by their folders.
  private(set) var catalogs: Set<String> = []
  /// The requirements that stand in faulty registers.
  private var requirements: Set<String> = []
  /// The registers whose requirements cannot all be told.
  private var openRegisters: Set<String> = []
  /// Whether there is a register of which not even the name can be told.
  private var hasNamelessRegister = false

  /// - Parameter isFaulty: whether errors were found in a file.
  init(_ layout: LibraryLayout, isFaulty: (LibraryFile) -> Bool) {
    controls = Set(layout.controls.filter(isFaulty).map(\.stem))
    profiles = Set(layout.profiles.filter(isFaulty).map(\.stem))
    catalogs = Set(layout.catalogs.filter(isFaulty).map(\.folder))
    for file in layout.registers where isFaulty(file) { add(register: file) }
  }

  private mutating func add(register file: LibraryFile) {
    guard let root = YAMLParser().parse(file.source).documents.first?.root, root.kind == .mapping
    else {
      hasNamelessRegister = true
      return
    }
    let list = root["requirements"]
    let names =
      list?.elements.compactMap { $0["id"].flatMap { RequirementID(yamlText: $0.text)?.text } }
      ?? []
    requirements.formUnion(names)
    let isComplete = list.map { !$0.isTruncated && names.count == $0.count } ?? false
    if isComplete { return }
    if let id = root["id"] {
      openRegisters.insert(id.text)
    } else {
      hasNamelessRegister = true
    }
  }

  /// Whether a requirement may stand in a faulty register.
  func mayDefine(_ id: RequirementID) -> Bool {
    hasNamelessRegister || requirements.contains(id.text) || openRegisters.contains(id.register)
  }
}
