// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Commands

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@main
enum Plumbline {
  static func main() async {
    exit(await PlumblineCommand.run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }
}
