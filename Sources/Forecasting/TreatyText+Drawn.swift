import Treaty

extension TreatyText {
  /// The text as it is placed where inputs have been drawn: words of one's own move with the wording that they were
  /// placed from, and by an error of so many standard deviations within their stated range.
  func drawn(in scenario: Scenario, from origin: Scenario, readingError: Double) -> TreatyText {
    TreatyText(
      provisions.enumerated().map { clause, provision in
        guard case .worded(let reading) = provision else { return provision }
        let base = reading.nearest.map { Provision.listed($0) } ?? .absent
        let given = origin.placements(of: base, at: clause)
        let drawn = scenario.placements(of: base, at: clause)
        // A stated range is taken to hold nine of ten: 3.3 standard deviations.
        let places = reading.placements.indices.map { issue in
          let error = readingError * (reading.high[issue] - reading.low[issue]) / 3.3
          return (reading.placements[issue] + drawn[issue] - given[issue] + error).onScale
        }
        return .worded(reading.with(placements: places))
      }
    )
  }
}

extension Double {
  /// The nearest place on the scale of an issue, 0...100.
  var onScale: Double { min(max(self, 0), 100) }
}
