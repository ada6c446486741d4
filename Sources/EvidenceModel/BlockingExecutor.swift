// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Dispatch

/// The threads on which evidence is collected.
///
/// Reading a file, listing a folder and parsing with Augeas block a thread, some for long, as on a
/// dead network file system. On the threads of Swift's own pool, of which there are only as many as
/// processors, that would hold up everything else in the program.
package final class BlockingExecutor: TaskExecutor {
  /// The executor of this program.
  package static let shared = BlockingExecutor()

  private let queue = DispatchQueue(label: "plumbline.collecting", attributes: .concurrent)

  private init() {}

  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
