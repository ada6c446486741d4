// swift-tools-version: 6.2
// Plumbline: self-assessment against China's Cybersecurity Law.
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),  // SE-0335: `any` is written out
  .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409: no import leaks by accident
  .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444: members need their module's import
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),  // SE-0461
]

// A module imports only from the layers above its own; the build checks it
// (`--explicit-target-dependency-import-check error`).
let package = Package(
  name: "plumbline",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    // MARK: Layer 0: C libraries
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .yum(["libyaml-devel"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CAugeas", pkgConfig: "augeas",
      providers: [.apt(["libaugeas-dev"]), .yum(["augeas-devel"]), .brew(["augeas"])]),
    .systemLibrary(
      name: "RE2Library", pkgConfig: "re2",
      providers: [.apt(["libre2-dev"]), .yum(["re2-devel"]), .brew(["re2"])]),
    .target(name: "CRE2", dependencies: ["RE2Library"]),

    // MARK: Layer 0: catalogs and templates inside the program
    .executableTarget(name: "embed-files", swiftSettings: settings),
    .plugin(
      name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed-files"],
      path: "Sources/Plugins/EmbedFiles"),
    .target(name: "EmbeddedFiles", swiftSettings: settings, plugins: ["EmbedFiles"]),
    .testTarget(
      name: "EmbeddedFilesTests", dependencies: ["EmbeddedFiles"], swiftSettings: settings),

    // MARK: Layer 1
    .target(name: "Diagnostics", swiftSettings: settings),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: settings),

    .target(name: "Chronology", swiftSettings: settings),
    .testTarget(name: "ChronologyTests", dependencies: ["Chronology"], swiftSettings: settings),

    // MARK: Layer 2
    .target(
      name: "YAMLTree", dependencies: ["CLibYAML", "Diagnostics"], swiftSettings: settings),
    .testTarget(
      name: "YAMLTreeTests", dependencies: ["YAMLTree", "Diagnostics"], exclude: ["Snapshots"],
      swiftSettings: settings),
    .target(
      name: "CEL", dependencies: ["CRE2", "Chronology", "Diagnostics"], swiftSettings: settings),
    .testTarget(
      name: "CELTests", dependencies: ["CEL", "Chronology", "Diagnostics"],
      swiftSettings: settings),

    // MARK: Layer 3
    .target(
      name: "EvidenceModel",
      dependencies: [
        "CEL", "Chronology", "Diagnostics", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "SwiftASN1", package: "swift-asn1"),
      ], swiftSettings: settings),
    .testTarget(
      name: "EvidenceModelTests",
      dependencies: ["EvidenceModel", "CEL", "Chronology", "Diagnostics", "TestSupport"],
      swiftSettings: settings),

    .target(
      name: "ControlCatalog",
      dependencies: ["CEL", "Chronology", "Diagnostics", "EvidenceModel", "YAMLTree"],
      swiftSettings: settings),

    // MARK: Layer 4
    .target(
      name: "Assessment",
      dependencies: [
        "CEL", "Chronology", "ControlCatalog", "Diagnostics", "EvidenceModel", "YAMLTree",
      ], swiftSettings: settings),
    .testTarget(
      name: "AssessmentTests",
      dependencies: [
        "Assessment", "CEL", "Chronology", "ControlCatalog", "Diagnostics", "EvidenceModel",
        "TestSupport",
      ], swiftSettings: settings),
    .target(
      name: "Collectors",
      dependencies: [
        "CAugeas", "CEL", "Chronology", "Diagnostics", "EvidenceModel", "YAMLTree",
        .product(name: "SwiftASN1", package: "swift-asn1"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
        .product(name: "TOMLKit", package: "TOMLKit"),
      ], swiftSettings: settings),
    .testTarget(
      name: "CollectorsTests",
      dependencies: [
        "Collectors", "CEL", "Chronology", "Diagnostics", "EvidenceModel", "TestSupport",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ], exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "ControlCatalogTests",
      dependencies: [
        "Assessment", "CEL", "Collectors", "ControlCatalog", "Diagnostics", "EvidenceModel",
        "TestSupport",
      ], swiftSettings: settings),
    // MARK: Layer 5
    .target(
      name: "RiskScoring", dependencies: ["Assessment", "ControlCatalog", "Diagnostics"],
      swiftSettings: settings),
    .testTarget(
      name: "RiskScoringTests",
      dependencies: ["Assessment", "ControlCatalog", "Diagnostics", "RiskScoring"],
      swiftSettings: settings),

    // MARK: Layer 6
    .target(
      name: "Reporting",
      dependencies: [
        "Assessment", "CEL", "Chronology", "ControlCatalog", "Diagnostics", "EmbeddedFiles",
        "EvidenceModel", "RiskScoring", "YAMLTree",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ReportingTests",
      dependencies: ["CEL", "Chronology", "Diagnostics", "EmbeddedFiles", "Reporting"],
      exclude: ["Snapshots"], swiftSettings: settings),

    // MARK: Layer 8
    .target(
      name: "Commands",
      dependencies: [
        "Assessment", "CEL", "Chronology", "Collectors", "ControlCatalog", "Diagnostics",
        "EmbeddedFiles", "EvidenceModel", "Reporting", "RiskScoring", "YAMLTree",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: settings),
    .testTarget(
      name: "CommandsTests",
      dependencies: [
        "CEL", "Chronology", "Collectors", "Commands", "Diagnostics", "EvidenceModel",
      ], swiftSettings: settings),

    // MARK: Layer 9
    .executableTarget(name: "plumbline", dependencies: ["Commands"], swiftSettings: settings),
    .executableTarget(
      name: "generate-reference", dependencies: ["Commands"], swiftSettings: settings),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "plumbline", "TestSupport",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ], exclude: ["Fixtures", "make-samples.sh"], swiftSettings: settings),

    // MARK: Benchmarks, run by hand in release mode
    .executableTarget(
      name: "CELBenchmark", dependencies: ["CEL", "Chronology", "Diagnostics"],
      path: "Tests/Benchmarks/CELBenchmark", swiftSettings: settings),

    // MARK: What several test targets use
    .target(
      name: "TestSupport",
      dependencies: [
        "Chronology", "Collectors", "ControlCatalog", "Diagnostics", "EvidenceModel",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      path: "Tests/TestSupport", swiftSettings: settings),

    // MARK: Benchmarks, run by hand in release mode
    .target(
      name: "BenchmarkSupport", path: "Tests/Benchmarks/Support", swiftSettings: settings),
    .executableTarget(
      name: "LibraryBenchmark",
      dependencies: [
        "BenchmarkSupport", "Collectors", "ControlCatalog", "Diagnostics", "EvidenceModel",
        "YAMLTree",
      ],
      path: "Tests/Benchmarks/LibraryBenchmark", swiftSettings: settings),
    .executableTarget(
      name: "EvidenceBenchmark", dependencies: ["BenchmarkSupport", "Chronology", "EvidenceModel"],
      path: "Tests/Benchmarks/EvidenceBenchmark", swiftSettings: settings),
    .executableTarget(
      name: "WalkBenchmark",
      dependencies: ["BenchmarkSupport", "Chronology", "Collectors", "EvidenceModel"],
      path: "Tests/Benchmarks/WalkBenchmark", swiftSettings: settings),
    .executableTarget(
      name: "YAMLBenchmark",
      dependencies: ["BenchmarkSupport", "CLibYAML", "Diagnostics", "YAMLTree"],
      path: "Tests/Benchmarks/YAMLBenchmark", swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
