// Plumbline
// SPDX-License-Identifier: Apache-2.0

import EvidenceModel

/// The conversation with one SFTP server: many requests on their way at once, each with the time
/// after which it is given up.
///
/// The transport takes what is to be sent from `outgoing` and hands on what arrives.
actor SFTPSession {
  /// How a conversation broke off.
  enum End: Error {
    /// The server answered with something else than the protocol.
    case malformed
    /// The connection ended.
    case closed
    /// There was no answer in time.
    case timedOut
  }

  /// The time after which an answer is given up.
  private static let patience: Duration = .seconds(20)

  private typealias Waiting = (
    continuation: CheckedContinuation<Result<SFTPResponse, End>, Never>,
    deadline: ContinuousClock.Instant
  )

  /// What is to be sent, in order.
  nonisolated let outgoing: AsyncStream<[UInt8]>
  private let sender: AsyncStream<[UInt8]>.Continuation
  private var splitter = SFTPSplitter()
  private var waiting: [UInt32: Waiting] = [:]
  private var lastNumber: UInt32 = 0
  private var end: End?
  private var greeting: Result<Void, End>?
  private var watcher: CheckedContinuation<Void, Never>?
  private var greeted: CheckedContinuation<Result<Void, End>, Never>?

  init() { (outgoing, sender) = AsyncStream.makeStream(of: [UInt8].self) }

  /// Whether the server has answered at all.
  var hasStarted: Bool { greeting != nil }

  /// Whether the conversation has ended.
  var hasEnded: Bool { end != nil }

  /// Waits for the end of the conversation, or for a time.
  func waitForEnd(atMost time: Duration) async {
    guard end == nil else { return }
    let alarm = Task {
      try? await Task.sleep(for: time)
      wake()
    }
    await withCheckedContinuation { watcher = $0 }
    alarm.cancel()
  }

  private func wake() {
    watcher?.resume()
    watcher = nil
  }

  /// Offers the version and waits for the server to agree.
  func start() async throws(End) {
    sender.yield(SFTPRequest.greeting)
    let result = await withCheckedContinuation { continuation in
      if let greeting { continuation.resume(returning: greeting) } else { greeted = continuation }
    }
    try result.get()
  }

  /// Sends a request and waits for its response.
  func send(_ request: SFTPRequest) async throws(End) -> SFTPResponse {
    if let end { throw end }
    if Task.isCancelled { throw .timedOut }
    lastNumber &+= 1
    let number = lastNumber
    let result = await withCheckedContinuation { continuation in
      waiting[number] = (continuation, .now + Self.patience)
      sender.yield(request.message(number))
    }
    return try result.get()
  }

  /// Sends a request whose response tells nothing.
  func post(_ request: SFTPRequest) {
    guard end == nil else { return }
    lastNumber &+= 1
    sender.yield(request.message(lastNumber))
  }

  /// Takes bytes of the server.
  func receive(_ bytes: [UInt8]) {
    do {
      for packet in try splitter.add(bytes) {
        if greeting == nil {
          guard packet.first == 2 else { throw SFTPMalformed() }
          greet(.success(()))
          continue
        }
        let (number, response) = try SFTPResponse.read(packet)
        waiting.removeValue(forKey: number)?.continuation.resume(returning: .success(response))
      }
    } catch {
      finish(.malformed)
    }
  }

  /// Gives up the requests whose time is over.
  func giveUpLate() {
    let now = ContinuousClock.now
    for (number, request) in waiting where request.deadline < now {
      waiting[number] = nil
      request.continuation.resume(returning: .failure(.timedOut))
    }
  }

  /// Ends the conversation; what is still awaited fails.
  func finish(_ reason: End) {
    if end == nil { end = reason }
    greet(.failure(reason))
    for request in waiting.values { request.continuation.resume(returning: .failure(reason)) }
    waiting = [:]
    sender.finish()
    wake()
  }

  private func greet(_ result: Result<Void, End>) {
    if greeting == nil { greeting = result }
    greeted?.resume(returning: result)
    greeted = nil
  }
}
