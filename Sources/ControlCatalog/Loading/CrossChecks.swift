// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import EvidenceModel
import YAMLTree

/// Finds what no file shows by itself: names that mean nothing, or mean two things.
struct CrossChecks {
  let library: ControlLibrary
  let layout: LibraryLayout
  /// What faulty files give names to: no use of such a name is reported.
  let faulty: FaultyFiles

  /// All that is wrong between the files.
  var diagnostics: [Diagnostic] {
    misplacedFiles + fileNames + duplicates + listings + citations + profileNames
  }

  private var misplacedFiles: [Diagnostic] {
    layout.misplaced.map { CatalogMessages.misplacedFile($0.source) }
  }

  /// A file is named after what it holds.
  private var fileNames: [Diagnostic] {
    let controls = library.controls.filter { !isNamedAfterFile($0) }
      .map { CatalogMessages.fileName($0.id, at: $0.span) }
    let folders = Set(layout.catalogs.map(\.folder))
    return controls
      + library.catalogs.filter { !folders.contains($0.id) }
      .map { CatalogMessages.catalogFolder($0.id) }
  }

  private func isNamedAfterFile(_ control: Control) -> Bool {
    Self.stem(of: control.span.source) == control.id
  }

  private var duplicates: [Diagnostic] {
    Self.duplicates(library.controls.filter(isNamedAfterFile).map { ($0.id, $0.span) })
      + Self.duplicates(library.registers.flatMap(\.requirements).map { ($0.id.text, $0.span) })
  }

  private static func duplicates(_ names: [(String, SourceSpan)]) -> [Diagnostic] {
    var first: [String: SourceSpan] = [:]
    return names.compactMap { name, span in
      if let other = first[name] { return CatalogMessages.duplicate(name, at: span, first: other) }
      first[name] = span
      return nil
    }
  }

  /// Every control is listed by its catalog, and every listed control exists.
  private var listings: [Diagnostic] {
    let folders = Set(layout.catalogs.map(\.folder))
    var problems: [Diagnostic] = []
    for catalog in library.catalogs where folders.contains(catalog.id) {
      let files = Set(layout.controls.filter { $0.folder == catalog.id }.map(\.stem))
      for entry in catalog.controls where !files.contains(entry.value) {
        problems.append(
          CatalogMessages.unknownControl(entry.value, files.sorted(), at: entry.span))
      }
      problems += Self.duplicates(catalog.controls.map { ($0.value, $0.span) })
      if faulty.catalogs.contains(catalog.id) { continue }
      let listed = Set(catalog.controls.map(\.value))
      for control in library.controls
      where control.catalog == catalog.id && isNamedAfterFile(control)
        && !listed.contains(control.id)
      {
        problems.append(CatalogMessages.unlistedControl(control, catalog: catalog.id))
      }
    }
    var known = folders
    for file in layout.controls where known.insert(file.folder).inserted {
      problems.append(CatalogMessages.noCatalog(file.source, folder: file.folder))
    }
    return problems
  }

  /// Every requirement that is mentioned exists.
  private var citations: [Diagnostic] {
    let known = library.registers.flatMap(\.requirements).map(\.id.text)
    let cited = library.controls.flatMap { control in
      control.requirements
        + control.parameters.compactMap { parameter in
          if case .requirement(let id) = parameter.source {
            RequirementCitation(id: id, span: control.span)
          } else {
            nil
          }
        }
    }
    let penalties = library.registers.flatMap(\.requirements).compactMap { requirement in
      requirement.penalty.map { RequirementCitation(id: $0.clause, span: requirement.span) }
    }
    let exempt = library.exemptions.map { RequirementCitation(id: $0.requirement, span: $0.span) }
    return (cited + penalties + exempt)
      .filter { library.requirement($0.id) == nil && !faulty.mayDefine($0.id) }
      .map { CatalogMessages.unknownRequirement($0, known) }
  }

  /// Every name in a profile means something, and no profile inherits from itself.
  private var profileNames: [Diagnostic] {
    let controls = Set(library.controls.map(\.id)).union(layout.controls.map(\.stem))
    let catalogs = Set(library.catalogs.map(\.id)).union(layout.catalogs.map(\.folder))
    let profiles = library.profiles.map(\.id)
    var problems: [Diagnostic] = []
    for profile in library.profiles {
      let named =
        profile.controls.map { ($0.value, $0.span) }
        + profile.exclusions.map { ($0.control, $0.span) }
      for (name, span) in named where !controls.contains(name) {
        problems.append(CatalogMessages.unknownControl(name, controls.sorted(), at: span))
      }
      for name in profile.catalogs where !catalogs.contains(name.value) {
        problems.append(
          CatalogMessages.unknownCatalog(name.value, catalogs.sorted(), at: name.span))
      }
      for name in profile.inherits {
        if library.profile(name.value) == nil {
          if faulty.profiles.contains(name.value) { continue }
          problems.append(CatalogMessages.unknownProfile(name.value, profiles, at: name.span))
        } else if inherits(name.value, from: profile.id) {
          problems.append(CatalogMessages.inheritanceCycle(profile.id, at: name.span))
        }
      }
    }
    return problems
  }

  private func inherits(_ name: String, from ancestor: String) -> Bool {
    var seen: Set<String> = []
    var pending = [name]
    while let next = pending.popLast() {
      if next == ancestor { return true }
      if seen.insert(next).inserted {
        pending += library.profile(next)?.inherits.map(\.value) ?? []
      }
    }
    return false
  }

  private static func stem(of source: SourceText) -> String {
    let name = source.name.split(separator: "/").last ?? ""
    return String(name.hasSuffix(".yaml") ? name.dropLast(5) : name)
  }
}
