// swift-tools-version: 6.2
import PackageDescription

/// What every target is held to: the Swift 6 language mode comes with the tools version.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Sources also say where memory safety rests on our word.
let sources: [SwiftSetting] = strict + [.strictMemorySafety()]

/// Targets that count: in debug builds too they are made fast, so that the tests, which count a lot, take minutes.
let counting: [SwiftSetting] = sources + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
  name: "plenary",
  products: [
    .executable(name: "plenary", targets: ["plenary"]),
    // What Benchmarks/ measures.
    .library(name: "Treaty", targets: ["Treaty"]),
    .library(name: "Forecasting", targets: ["Forecasting"]),
    .library(name: "ScenarioFile", targets: ["ScenarioFile"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "Treaty", swiftSettings: counting),
    .target(name: "Drafting", dependencies: ["Treaty"], swiftSettings: counting),
    .target(name: "Forecasting", dependencies: ["Treaty"], swiftSettings: counting),
    .target(name: "Calibration", dependencies: ["Treaty", "Forecasting"], swiftSettings: counting),
    .target(
      name: "Negotiation",
      dependencies: ["Treaty", "Drafting", "Forecasting"],
      swiftSettings: counting
    ),
    .target(name: "ScenarioFile", dependencies: ["Treaty", "Yams"], swiftSettings: sources),
    .target(
      name: "Console",
      dependencies: ["Treaty", "Drafting", "Forecasting", "Calibration", "Negotiation"],
      swiftSettings: sources
    ),
    .target(name: "CEditline", linkerSettings: [.linkedLibrary("edit")]),
    .executableTarget(
      name: "plenary",
      dependencies: [
        "Treaty", "Drafting", "Forecasting", "Calibration", "Negotiation", "ScenarioFile",
        "Console", "CEditline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: sources
    ),
    .testTarget(name: "TreatyTests", dependencies: ["Treaty"], swiftSettings: strict),
    .testTarget(name: "DraftingTests", dependencies: ["Drafting"], swiftSettings: strict),
    .testTarget(
      name: "ForecastingTests",
      dependencies: ["Forecasting", "Treaty"],
      resources: [.copy("Values")],
      swiftSettings: strict
    ),
    .testTarget(
      name: "CalibrationTests",
      dependencies: ["Calibration", "Forecasting", "Treaty"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "NegotiationTests",
      dependencies: ["Negotiation", "Forecasting", "Treaty", "ScenarioFile"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ScenarioFileTests",
      dependencies: ["ScenarioFile", "Treaty"],
      resources: [.copy("Faults")],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ConsoleTests",
      dependencies: [
        "Console", "Negotiation", "Calibration", "Forecasting", "Drafting", "Treaty",
        "ScenarioFile",
      ],
      swiftSettings: strict
    ),
  ]
)
