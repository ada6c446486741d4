// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// Whether the services of a product are installed, start with the system and run.
struct ServiceStates {
  private let units: UnitFiles
  /// Whether the host has units or start scripts at all.
  let hasManager: Bool

  /// What is known of a product's services.
  struct State {
    /// Whether there is a unit or a start script.
    var isInstalled = false
    /// Whether one of them starts with the system.
    var isEnabled = false
    /// Whether one of its programs runs; `nil` where the system does not run.
    var isActive: Bool?
  }

  /// Lists the units of a host.
  init(_ reader: HostReader) async throws(CollectionFailure) {
    units = try await UnitFiles(reader)
    let scripts = try await reader.status("/etc/init.d", followLinks: true)
    hasManager = units.exist || scripts?.kind == .directory
  }

  /// Returns the state of the services of a product.
  ///
  /// - Parameters:
  ///   - names: the full names of the units, of which one is enough.
  ///   - programs: the names of the processes, of which one is enough.
  ///   - reader: reads the unit files.
  ///   - path: the access path of the product in the value; its origin is the unit file.
  func state(
    _ names: [String], programs: Set<String>, _ reader: inout HostReader, path: [String]
  ) async throws(CollectionFailure) -> State {
    var state = State()
    for name in names {
      let origins = reader.trail.origins.count
      let enablement = try await units.enablement(of: name, &reader, path: path)
      if enablement == .missing { continue }
      state.isInstalled = true
      if enablement == .enabled { state.isEnabled = true }
      if reader.trail.origins.count > origins, enablement == .enabled { break }
    }
    if reader.host.isLive {
      state.isActive = !(try await ProcessTable.running(programs, reader)).isEmpty
    }
    return state
  }
}
