// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Collectors
package import EvidenceModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What every host must do, whatever it reads from: the contract of `Host` as a test.
///
/// Prepare the tree with `MemoryHost(conformanceTree)` or `write(to:)`, then run the suite and expect
/// no broken rule.
package struct HostConformance {
  /// The host under test.
  private let host: any Host
  /// The folder of the host in which the tree stands; empty for its root.
  private let base: String

  package init(_ host: any Host, base: String = "") {
    self.host = host
    self.base = base
  }

  /// The tree that the suite expects.
  package static let conformanceTree: [String: MemoryHost.Entry] = [
    "/etc/plain": .file(Array("hello\n".utf8), permissions: 0o640),
    "/etc/empty": .file([]),
    "/etc/relative": .link("plain"),
    "/etc/chain": .link("../etc/relative"),
    "/etc/dangling": .link("nothing"),
    "/etc/loop": .link("loop"),
    "/etc/folder/.hidden": .text("h"),
    "/etc/folder/a": .text("a"),
    "/etc/folder/日志": .text("l"),
    "/etc/vacant": .directory,
    "/etc/pipe": .device,
  ]

  /// Writes the tree below a folder of this machine.
  package static func write(to folder: String) {
    for (path, entry) in conformanceTree.sorted(by: { $0.key < $1.key }) {
      Scratch.write(entry, to: folder + path)
    }
  }

  /// Returns the rules that the host breaks.
  package func run() async -> [String] {
    var broken: [String] = []
    func check(_ rule: String, _ isKept: Bool) { if !isKept { broken.append(rule) } }

    for name in ["plain", "relative", "chain"] {
      check("\(name) is read", await text("/etc/\(name)") == .success("hello\n"))
    }
    check("an empty file is read", await text("/etc/empty") == .success(""))
    check("a size equal to the limit is read", await text("/etc/plain", 6) == .success("hello\n"))
    check("more than the limit is refused", await text("/etc/plain", 5) == .failure(.tooLarge))
    for name in ["nothing", "dangling", "plain/below", "folder/b", "a\u{0}b"] {
      check("\(name) is not found", await text("/etc/\(name)") == .failure(.notFound))
    }
    check("a loop ends", await text("/etc/loop") == .failure(.failed))
    check("a pipe is not read", await text("/etc/pipe") == .failure(.notRegularFile))
    check("a folder is not read", await text("/etc/folder") == .failure(.notRegularFile))
    check(
      "a relative path is refused", await text("etc/plain", relative: true) == .failure(.notFound))
    await checkLists(check)
    await checkStatus(check)
    if !host.isLive {
      let command = ReadOnlyCommand.rpmQuery(names: ["a"])
      var code: HostError.Code?
      if let command {
        do { _ = try await host.run(command) } catch { code = error.code }
      }
      check("nothing runs over stored files", code == .unsupported)
    }
    return broken
  }

  private func checkLists(_ check: (String, Bool) -> Void) async {
    let names = try? await host.list("\(base)/etc/folder")
    check("names are listed in the order of their bytes", names == [".hidden", "a", "日志"])
    check("an empty folder is listed", (try? await host.list("\(base)/etc/vacant")) == [])
    for name in ["nothing", "plain"] {
      var code: HostError.Code?
      do { _ = try await host.list("\(base)/etc/\(name)") } catch { code = error.code }
      check("\(name) is no folder", code == .notFound)
    }
  }

  private func checkStatus(_ check: (String, Bool) -> Void) async {
    let plain = try? await host.status(of: "\(base)/etc/plain", followLinks: false)
    check(
      "a file has kind, size and permissions",
      plain?.kind == .file && plain?.size == 6 && plain?.permissions == 0o640)
    let link = try? await host.status(of: "\(base)/etc/relative", followLinks: false)
    check("a link is told with its target", link?.kind == .symlink && link?.linkTarget == "plain")
    let target = try? await host.status(of: "\(base)/etc/relative", followLinks: true)
    check("a link is followed", target == plain)
    let pipe = try? await host.status(of: "\(base)/etc/pipe", followLinks: true)
    check("a pipe is told", pipe?.kind == .other)
    let folder = try? await host.status(of: "\(base)/etc/folder", followLinks: true)
    check("a folder is told", folder?.kind == .directory)
  }

  private func text(_ path: String, _ limit: Int = 4_096, relative: Bool = false) async
    -> Result<String, CodeError>
  {
    do {
      let file = try await host.read(relative ? path : base + path, limit: limit)
      return .success(file.text)
    } catch {
      return .failure(CodeError(code: error.code))
    }
  }

  /// A code as an error.
  private struct CodeError: Error, Equatable {
    let code: HostError.Code

    static let notFound = CodeError(code: .notFound)
    static let tooLarge = CodeError(code: .tooLarge)
    static let failed = CodeError(code: .failed)
    static let notRegularFile = CodeError(code: .notRegularFile)
  }
}
