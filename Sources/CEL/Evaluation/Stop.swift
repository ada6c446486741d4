// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// The end of an evaluation without a value.
///
/// One pointer wide, so that throwing it costs no more than returning it. Texts are made only when
/// somebody reads the error: a macro may absorb a million of them.
struct Stop: Error, Sendable {
  let reason: Reason

  /// Why there is no value.
  indirect enum Reason: Sendable {
    case unknown(UnknownSet)
    case failure(FunctionFailure, SourceRange)
    case missingField(CELString, in: CELValue, SourceRange)
    case missingKey(CELValue, in: CELValue, SourceRange)
    case indexOutOfRange(CELValue, count: Int, SourceRange)
    case noOverload(String, [CELValue], SourceRange)
    case unbound(String, SourceRange)
    case costLimit(Int, SourceRange)
  }

  static func unknown(_ set: UnknownSet) -> Stop { Stop(reason: .unknown(set)) }

  static func failure(_ failure: FunctionFailure, _ range: SourceRange) -> Stop {
    Stop(reason: .failure(failure, range))
  }

  static func noOverload(_ name: String, _ values: [CELValue], _ range: SourceRange) -> Stop {
    Stop(reason: .noOverload(name, values, range))
  }

  /// What a function threw, as the end of the evaluation.
  static func thrown(_ error: any Error, _ range: SourceRange) -> Stop {
    if let failure = error as? FunctionFailure { return .failure(failure, range) }
    return .failure(.unexpected(String(describing: error)), range)
  }

  /// The missing evidence, or `nil` for an error.
  var unknown: UnknownSet? { if case .unknown(let set) = reason { set } else { nil } }

  /// Whether a logical operator must not absorb it.
  var isFinal: Bool { if case .costLimit = reason { true } else { false } }

  /// The same end in words that quote no value.
  ///
  /// Names of fields stay, because they are those that the expression writes or a type declares.
  var withoutValues: Stop {
    switch reason {
    case .failure(let failure, let range) where failure.code != .divisionByZero:
      let message = EvaluationMessages.hidden
      return .failure(FunctionFailure(message, code: failure.code), range)
    case .missingField(let name, in: .map, let range):
      return Stop(reason: .missingField(name, in: .null, range))
    case .missingKey(_, _, let range):
      return .failure(FunctionFailure(EvaluationMessages.hidden, code: .noSuchKey), range)
    case .indexOutOfRange(_, _, let range):
      return .failure(FunctionFailure(EvaluationMessages.hidden, code: .indexOutOfRange), range)
    default: return self
    }
  }

  /// The result that an evaluation with this end has.
  var result: EvaluationResult {
    switch reason {
    case .unknown(let set): .unknown(set)
    case .failure(let failure, let range):
      .error(EvaluationError(failure.code, failure.message, range: range))
    case .missingField(let name, let container, let range):
      .error(EvaluationMessages.missingKey(.string(name), in: container, range))
    case .missingKey(let key, let container, let range):
      .error(EvaluationMessages.missingKey(key, in: container, range))
    case .indexOutOfRange(let index, let count, let range):
      .error(EvaluationMessages.indexOutOfRange(index, count: count, range))
    case .noOverload(let name, let values, let range):
      .error(EvaluationMessages.noOverload(name, values, range))
    case .unbound(let name, let range): .error(EvaluationMessages.unbound(name, range))
    case .costLimit(let limit, let range): .error(EvaluationMessages.costLimit(limit, range))
    }
  }
}
