// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Commands

// Writes the reference pages into the folder that the only argument names.
guard CommandLine.arguments.count == 2 else {
  fatalError("usage: generate-reference FOLDER")
}
try ReferencePages.write(to: CommandLine.arguments[1])
