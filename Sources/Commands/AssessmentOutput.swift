// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import EvidenceModel
import Reporting

/// Writes what an assessment leaves behind: the report in every form, and the evidence.
struct AssessmentOutput {
  /// The folder; made when it does not exist.
  let folder: String

  /// The folder of the bundles and of the copies of attachments.
  var evidence: String { "\(folder)/evidence" }

  /// Writes all files or none, and returns the paths of reports and bundles, the HTML report in the
  /// user's language first.
  func write(_ report: Report, bundles: [Bundle], attachments: AttachmentCopies) throws -> [String]
  {
    try OutputFiles.makeFolder(folder)
    if !bundles.isEmpty { try OutputFiles.makeFolder(evidence) }
    var output = OutputFiles()
    var paths: [String] = []
    for format in ReportFormat.all {
      let languages = format.isLocalized ? Language.allCases : [Speech.language]
      for language in languages {
        let suffix = format.isLocalized ? ".\(language.rawValue)" : ""
        let path = "\(folder)/report\(suffix).\(format.fileExtension)"
        try output.write(try format.render(report, RenderingOptions(language: language)), to: path)
        paths.append(path)
      }
    }
    for bundle in bundles {
      let path = "\(evidence)/\(bundle.asset).json"
      try BundleFile(path: path).stage(bundle, in: &output)
      paths.append(path)
    }
    try attachments.stage(below: evidence, in: &output)
    try output.commit()
    return paths
  }
}
