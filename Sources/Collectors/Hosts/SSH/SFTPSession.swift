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

  /// A request that is on its way.
  private struct Waiting {
    /// The time at which it is given up.
    let deadline: ContinuousClock.Instant
    /// The answer, when it is there before anybody asks for it.
    var answer: Result<SFTPResponse, End>?
    /// Who asks for it.
    var continuation: CheckedContinuation<Result<SFTPResponse, End>, Never>?
  }

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
    if Task.isCancelled { throw .timedOut }
    return try await response(to: begin([request])[0]).get()
  }

  /// Sends requests and returns the numbers by which to ask for their responses, each of which must
  /// be asked for.
  func begin(_ requests: [SFTPRequest]) -> [UInt32] {
    requests.map { request in
      lastNumber &+= 1
      waiting[lastNumber] = Waiting(
        deadline: .now + Self.patience, answer: end.map { .failure($0) })
      sender.yield(request.message(lastNumber))
      return lastNumber
    }
  }

  /// Waits for the response to a request.
  func response(to number: UInt32) async -> Result<SFTPResponse, End> {
    if let answer = waiting[number]?.answer {
      waiting[number] = nil
      return answer
    }
    guard waiting[number] != nil else { return .failure(end ?? .closed) }
    return await withCheckedContinuation { waiting[number]?.continuation = $0 }
  }

  private func answer(_ number: UInt32, _ answer: Result<SFTPResponse, End>) {
    guard let continuation = waiting[number]?.continuation else {
      // Nobody asks yet; nobody ever asks for what `post` sends.
      waiting[number]?.answer = answer
      return
    }
    waiting[number] = nil
    continuation.resume(returning: answer)
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
        answer(number, .success(response))
      }
    } catch {
      finish(.malformed)
    }
  }

  /// Gives up the requests whose time is over.
  func giveUpLate() {
    let now = ContinuousClock.now
    for (number, request) in waiting where request.deadline < now && request.answer == nil {
      answer(number, .failure(.timedOut))
    }
  }

  /// Ends the conversation; what is still awaited fails.
  func finish(_ reason: End) {
    if end == nil { end = reason }
    greet(.failure(reason))
    for (number, request) in waiting where request.answer == nil {
      answer(number, .failure(reason))
    }
    sender.finish()
    wake()
  }

  private func greet(_ result: Result<Void, End>) {
    if greeting == nil { greeting = result }
    greeted?.resume(returning: result)
    greeted = nil
  }
}
