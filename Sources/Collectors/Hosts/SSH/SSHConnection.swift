// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import EvidenceModel
import Subprocess
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Opens connections with the OpenSSH client.
package enum SSHConnection {
  /// Makes writing to a client that has ended an error instead of the end of this program; the
  /// programs that this one starts get the signal as ever.
  private static let toleratesClosedPipes: Void = { _ = signal(SIGPIPE, SIG_IGN) }()

  /// The largest text of errors that is kept, from its end.
  private static let errorLimit = 16 << 10

  /// Opens a connection, hands the host to a piece of work, and closes the connection.
  ///
  /// The host must not be used after the work is done.
  ///
  /// - Throws: why there is no connection.
  package static func open<Value: Sendable>(
    _ target: SSHTarget, _ work: @Sendable @escaping (SSHHost) async -> Value
  ) async throws(SSHFailure) -> Value {
    toleratesClosedPipes
    let folder = try SSHSocketFolder()
    let client = try SSHClient(target, socket: folder.socket)
    let outcome = await run(client, work)
    // The folder of the socket goes once the client has ended.
    _ = consume folder
    return try outcome.get()
  }

  private static func run<Value: Sendable>(
    _ client: SSHClient, _ work: @Sendable @escaping (SSHHost) async -> Value
  ) async -> Result<Value, SSHFailure> {
    do {
      let result = try await Subprocess.run(
        .path(FilePath(client.program)), arguments: Arguments(client.sessionArguments),
        environment: client.environment, workingDirectory: "/",
        platformOptions: .endingWithChildren, input: .inputWriter, output: .sequence,
        error: .sequence
      ) { execution in
        await converse(client, execution, work)
      }
      return result.closureResult
    } catch {
      return .failure(SSHFailure(SSHMessages.failed(String(describing: error))))
    }
  }

  private static func converse<Value: Sendable>(
    _ client: SSHClient, _ execution: Execution<CustomWriteInput, SequenceOutput, SequenceOutput>,
    _ work: @Sendable @escaping (SSHHost) async -> Value
  ) async -> Result<Value, SSHFailure> {
    let session = SFTPSession()
    async let errors = errors(of: execution.standardError)
    async let reading: Void = read(execution.standardOutput, into: session)
    async let writing: Void = write(session, to: execution.standardInputWriter)
    async let watching: Void = watch(session, patience: client.patience)
    let outcome = await converse(client, session, work)
    await session.finish(.closed)
    await writing
    // At the end of its input the server over there ends, then the client here.
    try? await execution.standardInputWriter.finish()
    await execution.teardown(using: farewell)
    await reading
    await watching
    let words = await errors
    switch outcome {
    case .success(let value): return .success(value)
    case .failure(let end): return .failure(SSHFailure(clientErrors: words, end: end))
    }
  }

  /// Waits for the client to end by itself before it is ended.
  private static let farewell: [TeardownStep] = [
    .send(signal: .resume, toProcessGroup: true, allowedDurationToNextStep: .seconds(2)),
    .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .milliseconds(500)),
  ]

  private static func converse<Value: Sendable>(
    _ client: SSHClient, _ session: SFTPSession,
    _ work: @Sendable @escaping (SSHHost) async -> Value
  ) async -> Result<Value, SFTPSession.End> {
    do throws(SFTPSession.End) {
      try await session.start()
    } catch {
      return .failure(error)
    }
    let host = await SSHHost(session: session, commands: SSHCommandRunner(client))
    return .success(await work(host))
  }

  /// Gives up requests that are not answered in time, and the greeting too.
  private static func watch(_ session: SFTPSession, patience: Duration) async {
    let deadline = ContinuousClock.now + patience
    while await !session.hasEnded {
      if await !session.hasStarted, ContinuousClock.now > deadline {
        await session.finish(.timedOut)
      }
      await session.giveUpLate()
      await session.waitForEnd(atMost: .seconds(1))
    }
  }

  private static func read(_ output: SubprocessOutputSequence, into session: SFTPSession) async {
    do {
      for try await buffer in output {
        await session.receive(buffer.withUnsafeBytes { Array($0) })
      }
    } catch {
      // The pipe broke: the connection has ended.
    }
    await session.finish(.closed)
  }

  private static func write(_ session: SFTPSession, to input: StandardInputWriter) async {
    do {
      for await message in session.outgoing { _ = try await input.write(message) }
    } catch {
      // The reader of the other pipe finds out that the client has ended.
    }
  }

  private static func errors(of stream: SubprocessOutputSequence) async -> String {
    var bytes: [UInt8] = []
    do {
      for try await buffer in stream {
        buffer.withUnsafeBytes { bytes += $0 }
        if bytes.count > errorLimit { bytes.removeFirst(bytes.count - errorLimit) }
      }
    } catch {
      // What arrived so far is all there is.
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
