// Plumbline
// SPDX-License-Identifier: Apache-2.0

/// The value of a scalar under the core schema of YAML 1.2.2 (chapter 10.3).
///
/// | written | is |
/// |---|---|
/// | `null` `Null` `NULL` `~` and nothing | null |
/// | `true` `True` `TRUE` `false` `False` `FALSE` | a boolean |
/// | `12` `-3` `+4` `0777` | a decimal integer; `0777` is 777 |
/// | `0o777` `0x1F` | an octal, a hexadecimal integer |
/// | `1.5` `.5` `1.` `1e3` `.inf` `-.inf` `.nan` | a floating point number |
/// | anything else | a string |
///
/// YAML 1.1, which libyaml and most older tools follow, reads more into a scalar. Here `yes`, `no`,
/// `on`, `off`, `y` and `n` are strings, and so are dates (`2026-01-01`), times (`12:30:45`),
/// underscored (`1_000`) and binary (`0b11`) numbers. An integer beyond 64 bits becomes a floating
/// point number; its `text` keeps every digit.
///
/// Of libyaml's own 1.1 behaviours one shows: it takes U+0085, U+2028 and U+2029 for line breaks.
/// They are invisible and are reported as `control-character` instead.
package enum YAMLScalar: Sendable, Hashable {
  case null
  case bool(Bool)
  case int(Int64)
  case double(Double)
  case string(String)
}
