// Plumbline
// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import FoundationEssentials

extension Report {
  /// The report as `report.json`: keys sorted, two spaces of indentation, a line break at the end.
  ///
  /// - Throws: never for a report made of valid values; the encoder's signature asks for it.
  package func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
  }

  /// Reads `report.json`.
  ///
  /// - Throws: `DiagnosticsError` when the bytes are not a report, are of a layout that this
  ///   program does not know, or break a rule of the layout; the message names the place.
  package init(json bytes: [UInt8]) throws(DiagnosticsError) {
    let data = Data(bytes)
    let decoder = JSONDecoder()
    guard let header = try? decoder.decode(Header.self, from: data),
      let version = header.schemaVersion
    else {
      throw DiagnosticsError([ReportingMessages.notAReport])
    }
    guard version == Self.currentSchemaVersion else {
      throw DiagnosticsError([ReportingMessages.unknownSchemaVersion(version)])
    }
    do {
      self = try decoder.decode(Report.self, from: data)
    } catch let error as DecodingError {
      throw DiagnosticsError([ReportingMessages.invalidReport(error)])
    } catch {
      throw DiagnosticsError([ReportingMessages.notAReport])
    }
  }

  /// The part of a report that says how to read the rest.
  private struct Header: Decodable {
    var schemaVersion: Int?

    private enum CodingKeys: String, CodingKey {
      case schemaVersion = "schema_version"
    }
  }
}
