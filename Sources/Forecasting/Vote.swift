/// The vote of the whole room at one value of the common shock.
struct Vote {
  let adoption: Double
  let shadowAdoption: Double
  /// The distributions of yes, no and abstentions.
  let distributions: [[Double]]

  /// Adds the caucuses up; given the common shock they are independent.
  init(
    of rows: [[Double]],
    in caucuses: [Caucus],
    counts: [Count],
    reckoning: Reckoning?,
    shadowReckoning: Reckoning?
  ) {
    let totals = counts.indices.map { count in
      var total = [1.0]
      for (row, caucus) in zip(rows, caucuses) {
        total = Kernel.convolve(total.span, row.span.extracting(caucus.places(of: count)))
      }
      return total
    }
    let silence = zip(rows, caucuses).reduce(1) { $0 * $1.0[$1.1.silence] }
    func chance(of reckoning: Reckoning?) -> Double {
      guard let reckoning, let place = counts.firstIndex(of: reckoning.count) else { return 0 }
      let total = totals[place]
      let adopted = Kernel.product(total.span, reckoning.adopts.span)
      return reckoning.rejectsSilence ? max(0, adopted - silence) : adopted
    }
    adoption = chance(of: reckoning)
    shadowAdoption = chance(of: shadowReckoning)
    distributions = Array(totals[0..<3])
  }
}
