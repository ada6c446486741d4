// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Reads a source text into a model.
package struct YAMLDecoder: Sendable {
  /// The limits that stop hostile input.
  package var limits: YAMLLimits

  package init(limits: YAMLLimits = YAMLLimits()) {
    self.limits = limits
  }

  /// Returns the model of the only document of a source, and all that is wrong with it.
  package func decode<Model: YAMLDecodable>(
    _ type: Model.Type, from source: SourceText
  ) -> (value: Model?, diagnostics: [Diagnostic]) {
    let stream = YAMLParser(limits: limits).parse(source)
    let context = DecodingContext(stream.diagnostics)
    let value = context.root(of: stream).flatMap { context.decode(type, from: $0) }
    return (value, context.diagnostics.inReadingOrder())
  }
}
