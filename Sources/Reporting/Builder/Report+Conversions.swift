// Plumbline
// SPDX-License-Identifier: Apache-2.0

import Assessment
import ControlCatalog
import EvidenceModel
import RiskScoring

// The report has enumerations of its own, since its layout outlives the program's models.

extension Report.Outcome {
  init(_ outcome: Outcome) {
    switch outcome {
    case .pass: self = .pass
    case .fail: self = .fail
    case .partial: self = .partial
    case .notApplicable: self = .notApplicable
    case .notReviewed: self = .notReviewed
    case .stale: self = .stale
    case .error: self = .error
    }
  }
}

extension Report.Severity {
  init(_ severity: Severity) {
    switch severity {
    case .low: self = .low
    case .medium: self = .medium
    case .high: self = .high
    case .critical: self = .critical
    }
  }
}

extension Report.Method {
  init(_ method: Check.Method) {
    switch method {
    case .interview: self = .interview
    case .examine: self = .examine
    case .test: self = .test
    }
  }
}

extension Report.Effort {
  init(_ effort: Control.Remediation.Effort) {
    switch effort {
    case .hours: self = .hours
    case .days: self = .days
    case .weeks: self = .weeks
    }
  }
}

extension Report.Standing {
  init(_ standing: Requirement.Standing) {
    switch standing {
    case .verified: self = .verified
    case .secondary: self = .secondary
    case .memory: self = .memory
    }
  }

  /// Returns the standing of the least known among several facts.
  static func weakest(of standings: [Requirement.Standing]) -> Report.Standing {
    if standings.contains(.memory) { return .memory }
    return standings.contains(.secondary) ? .secondary : .verified
  }
}

extension Report.Level {
  /// - Parameter level: 1 very low to 5 very high.
  init(_ level: Int) {
    switch level {
    case ...1: self = .veryLow
    case 2: self = .low
    case 3: self = .medium
    case 4: self = .high
    default: self = .veryHigh
    }
  }
}

extension Report.Grade {
  init(_ tone: ScoreRule.Tone?) {
    switch tone {
    case .good: self = .good
    case .fair: self = .fair
    case .poor: self = .poor
    case nil: self = .none
    }
  }
}

extension Report.EvidenceStatus {
  init(_ status: ObservationStatus) {
    switch status {
    case .collected: self = .collected
    case .absent: self = .absent
    case .denied: self = .denied
    case .timedOut: self = .timedOut
    case .unsupported: self = .unsupported
    case .failed: self = .failed
    }
  }
}

extension Report.Rate {
  init(_ ratio: Ratio) {
    self.init(met: ratio.part, of: ratio.whole)
  }
}
