// swift-tools-version: 6.2
import PackageDescription

/// The same strictness as in the package that is measured.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

// A package of its own, so that nobody who builds the program fetches what only measuring needs.
let package = Package(
  name: "plenary-benchmarks",
  platforms: [.macOS(.v13)],
  dependencies: [
    .package(name: "plenary", path: ".."),
    // Without traits: memory is measured from outside, and nothing is put between us and malloc.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .target(
      name: "Rooms",
      dependencies: [
        .product(name: "Treaty", package: "plenary"),
        .product(name: "Forecasting", package: "plenary"),
        .product(name: "ScenarioFile", package: "plenary"),
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "Core",
      dependencies: [
        "Rooms",
        .product(name: "Treaty", package: "plenary"),
        .product(name: "Forecasting", package: "plenary"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Core",
      swiftSettings: strict,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
    ),
    .executableTarget(
      name: "Export",
      dependencies: [
        "Rooms",
        .product(name: "Treaty", package: "plenary"),
        .product(name: "Forecasting", package: "plenary"),
      ],
      swiftSettings: strict
    ),
  ]
)
