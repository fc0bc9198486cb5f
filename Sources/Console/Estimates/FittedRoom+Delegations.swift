import Calibration
import Treaty

extension FittedRoom {
  /// A `delegations.csv` to start a scenario from, with an issue for each dimension.
  public func delegations(on issues: [String]) -> String {
    let header =
      ["id", "name", "bloc"] + issues.map { "position.\($0)" } + ["basis", "source"]
    let lines = zip(states, ideal.points).map { state, point in
      let positions = places.map { dimension in
        Figures.decimal(position(point.place[dimension], along: dimension), decimals: 1)
      }
      return CommaSeparated.row(
        [state.id, state.name, state.bloc] + positions
          + [Delegation.Basis.imputed.rawValue, source(of: point)]
      )
    }
    return ([CommaSeparated.row(header)] + lines).joined(separator: "\n") + "\n"
  }

  /// What the positions in that table mean, a sentence for each dimension.
  public func scales(on issues: [String]) -> [String] {
    zip(issues, places).map { issue, dimension in
      let ends = [bounds(along: dimension).lowerBound, bounds(along: dimension).upperBound]
      let named = ends.map { end in
        let state = states.indices.first { ideal.points[$0].place[dimension] == end } ?? 0
        return "\(states[state].id) (\(Figures.signed(end, decimals: 2)))"
      }
      return
        "position.\(issue): 0 is \(named[0]), 100 is \(named[1]); one standard deviation of the states is "
        + "\(Figures.decimal(unit(along: dimension), decimals: 1)) points."
    }
  }

  /// From the lowest point to the highest.
  private func bounds(along dimension: Int) -> ClosedRange<Double> {
    let points = ideal.points.map { $0.place[dimension] }
    return (points.min() ?? 0)...(points.max() ?? 0)
  }

  /// How many points of the scale from 0 to 100 a standard deviation of the states is.
  private func unit(along dimension: Int) -> Double {
    let bounds = bounds(along: dimension)
    return 100 / (bounds.upperBound - bounds.lowerBound)
  }

  private func position(_ point: Double, along dimension: Int) -> Double {
    unit(along: dimension) * (point - bounds(along: dimension).lowerBound)
  }

  private func source(of point: IdealPoints.Point) -> String {
    guard point.answers > 0 else { return "in none of the votes: the middle is assumed" }
    let errors = places.map {
      Figures.decimal(unit(along: $0) * point.error[$0], decimals: 1)
    }
    return "fitted to \(Figures.count(point.answers, "recorded vote")); standard error "
      + "\(errors.joined(separator: " and ")) points"
  }
}
