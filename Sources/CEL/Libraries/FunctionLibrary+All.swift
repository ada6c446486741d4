// Plumbline
// SPDX-License-Identifier: Apache-2.0

extension FunctionLibrary {
  /// The libraries that every expression may use, in the order of the reference.
  package static let all: [FunctionLibrary] = [
    .relations, .arithmetic, .macros, .size, .text, .conversions, .time, .optionals, .regex,
    .strings, .math, .lists, .sets, .encoders, .network, .semver, .packages, .files,
  ]
}
