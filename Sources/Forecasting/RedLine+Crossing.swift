import Treaty

extension RedLine {
  /// Whether a text crosses the line.
  func isCrossed(by text: TreatyText, in scenario: Scenario) -> Bool {
    let provision = text.provisions[clause]
    switch condition {
    case .above(let place, let issue):
      return scenario.placements(of: provision, at: clause)[issue] > place
    case .below(let place, let issue):
      return scenario.placements(of: provision, at: clause)[issue] < place
    case .reads(let unwanted):
      return provision == unwanted
    }
  }
}
