// Plumbline
// SPDX-License-Identifier: Apache-2.0

import CAugeas

/// Keeps Augeas from running out of stack and memory on hostile texts.
///
/// Lenses of nested formats call themselves: once for each level and, for some, once for each item
/// of a list. Without a bound a file of 20 KB ends the program. So their texts may be neither long
/// nor deep, and are parsed on a stack that is large enough for all that remains.
enum AugeasLimits {
  /// The largest text in bytes that is parsed; the time Augeas takes grows faster than the text.
  static let size = 1 << 20

  /// The same for lenses that call themselves, which take up to 1 KB of memory for each byte.
  static let recursiveSize = 1 << 18

  /// The deepest nesting; some lenses take eight times as long for twice the depth.
  static let depth = 100

  /// The most nodes of a text; to ask for the places of twice as many takes four times as long.
  static let nodeCount = 20_000

  /// The stack in bytes; Augeas takes under 1 KB a level and 100 bytes for an item of a list.
  static let stackSize = 256 << 20

  /// The modules of lenses that call themselves, and of those that stand for them.
  static let recursiveModules: Set<String> = [
    "ActiveMQ_XML", "AptConf", "Collectd", "Cups", "Dhcpd", "Dovecot", "Fonts", "Httpd", "Inputrc",
    "Json", "LVM", "Nginx", "OpenShift_Http", "OpenShift_Quickstarts", "Pbuilder", "Shellvars",
    "Strongswan", "Trapperkeeper", "Xendconfsxp", "Xml",
  ]

  /// Whether a lens such as `Xml.lns` calls itself.
  static func isRecursive(_ lens: String) -> Bool {
    recursiveModules.contains(String(lens.prefix { $0 != "." }))
  }

  /// Returns how deep a text nests at most, seen as brackets, tags, shell blocks and chains.
  ///
  /// Quotes and comments are not understood: what they hold counts, but what is closed again does
  /// not add up.
  static func depth(of text: [UInt8], lens: String) -> Int {
    var depth = Depths()
    for open in "{[(".utf8 {
      let close = open == UInt8(ascii: "(") ? UInt8(ascii: ")") : open + 2
      depth.restart()
      for byte in text {
        if byte == open { depth.enter() } else if byte == close { depth.leave() }
      }
    }
    guard isRecursive(lens) else { return depth.deepest }
    depth.restart()
    count(tagsOf: text, &depth)
    depth.restart()
    count(wordsOf: text, &depth)
    return depth.deepest
  }

  /// `<a>` opens, `</a>` and `/>` close.
  private static func count(tagsOf text: [UInt8], _ depth: inout Depths) {
    for index in text.indices.dropLast() {
      switch (text[index], text[index + 1]) {
      case (UInt8(ascii: "<"), UInt8(ascii: "/")), (UInt8(ascii: "/"), UInt8(ascii: ">")):
        depth.leave()
      case (UInt8(ascii: "<"), let next) where next | 0x20 >= 0x61 && next | 0x20 <= 0x7A:
        depth.enter()
      default: break
      }
    }
  }

  /// The words that open and close blocks of shells and of readline, and the links of chains.
  private static func count(wordsOf text: [UInt8], _ depth: inout Depths) {
    var chain = Depths()
    for line in text.split(separator: 0x0A) {
      chain.restart()
      let words = line.split { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ";") }
      for (index, word) in words.enumerated() where word.count <= 6 {
        switch String(decoding: word, as: UTF8.self) {
        case "if", "for", "while", "until", "select", "case", "$if":
          if index == 0 { depth.enter() }
        case "fi", "done", "esac", "$endif": depth.leave()
        default: break
        }
      }
      for (byte, next) in zip(line, line.dropFirst())
      where byte == next
        && [UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: ":")].contains(byte)
      { chain.enter() }
    }
    depth.deepest = max(depth.deepest, chain.deepest)
  }

  /// Runs work on a stack that lenses cannot run out of; `nil` when there is none to be had.
  static func onLargeStack<Value>(_ work: () -> Value) -> Value? {
    withoutActuallyEscaping(work) { work in
      let job = Job(work)
      let code = run_on_stack(
        stackSize,
        { argument in
          if let argument { Unmanaged<AnyJob>.fromOpaque(argument).takeUnretainedValue().run() }
          return nil
        }, Unmanaged<AnyJob>.passUnretained(job).toOpaque())
      return withExtendedLifetime(job) { code == 0 ? job.value : nil }
    }
  }

  /// How deep something is nested while it is read.
  private struct Depths {
    private var current = 0
    var deepest = 0

    mutating func enter() {
      current += 1
      deepest = max(deepest, current)
    }

    mutating func leave() { current = max(0, current - 1) }

    mutating func restart() { current = 0 }
  }
}

/// Work for another thread, which the one that starts it waits for.
private class AnyJob {
  func run() {}
}

private final class Job<Value>: AnyJob {
  private let work: () -> Value
  private(set) var value: Value?

  init(_ work: @escaping () -> Value) { self.work = work }

  override func run() { value = work() }
}
