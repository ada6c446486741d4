// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CLibYAML

/// libyaml's event parser over bytes that outlive it.
struct EventReader: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// The event read last.
  let event: UnsafeMutablePointer<yaml_event_t>

  /// Starts to read; fails when there is no memory.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    event = .allocate(capacity: 1)
    event.initialize(to: yaml_event_t())
    guard yaml_parser_initialize(parser) != 0 else {
      parser.deallocate()
      event.deallocate()
      return nil
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_event_delete(event)
    yaml_parser_delete(parser)
    event.deallocate()
    parser.deallocate()
  }

  /// Reads the next event; returns whether there is one, and no error.
  @inline(__always)
  mutating func next() -> Bool {
    yaml_event_delete(event)
    return yaml_parser_parse(parser, event) != 0
  }

  /// The error after which there is no next event.
  var failure: SyntaxFailure {
    let state = parser.pointee
    return SyntaxFailure(
      isOutOfMemory: state.error == YAML_MEMORY_ERROR,
      problem: state.problem.map { String(cString: $0) } ?? "",
      context: state.context.map { String(cString: $0) } ?? "",
      problemCharacter: state.error == YAML_READER_ERROR
        ? state.mark.index : state.problem_mark.index,
      contextCharacter: state.context_mark.index)
  }
}

/// What libyaml says about an error: two terse texts and two positions in characters.
struct SyntaxFailure {
  var isOutOfMemory: Bool
  var problem: String
  var context: String
  var problemCharacter: Int
  var contextCharacter: Int
}
