// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// The answer of the faster of two pieces of work.
final class FirstAnswer<Value: Sendable>: Sendable {
  private let waiting: Mutex<CheckedContinuation<Value, Never>?>

  private init(_ continuation: CheckedContinuation<Value, Never>) {
    waiting = Mutex(continuation)
  }

  /// Runs both and returns the first answer; the other one is cancelled, but not waited for.
  static func race(
    _ work: @escaping @Sendable () async -> Value, _ other: @escaping @Sendable () async -> Value
  ) async -> Value {
    let tasks = Mutex<[Task<Void, Never>]>([])
    let answer = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let first = FirstAnswer(continuation)
        let started = [work, other].map { work in
          Task.detached(executorPreference: BlockingExecutor.shared) {
            first.give(await work())
          }
        }
        tasks.withLock { $0 = started }
      }
    } onCancel: {
      tasks.withLock { $0.forEach { $0.cancel() } }
    }
    tasks.withLock { $0.forEach { $0.cancel() } }
    return answer
  }

  private func give(_ value: Value) {
    waiting.withLock { continuation in
      continuation?.resume(returning: value)
      continuation = nil
    }
  }
}
