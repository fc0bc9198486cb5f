import Forecasting

/// A room that votes, and what the program finds.
struct Vote: Encodable {
  /// How each state leans before shocks and noise, in logits.
  let leanings: [Double]
  /// Chance of missing the vote, by state, 0...1.
  let absences: [Double]
  /// The bloc of each state, as a place in `disciplines`.
  let blocs: [Int]
  /// How much each state counts where its bloc votes as one.
  let influences: [Double]
  /// Chance that a bloc votes as one, 0...1.
  let disciplines: [Double]
  /// Half the width of the band in which a state abstains, in logits.
  let indifference: Double
  /// Standard deviations of what moves the room and of what moves a bloc, in logits.
  let commonShock: Double
  let blocShock: Double
  /// Chance of adoption by two thirds of those who vote yes or no, 0...1.
  let adoption: Double
  /// Chance of each number of yes, from 0 up.
  let yes: [Double]
  /// Chances that nobody blocks, and how they rise with each state's gain.
  let consensus: Double
  let pulls: [Double]

  init(of forecast: Forecast) {
    let room = forecast.electorate
    leanings = forecast.leanings
    absences = room.voters.map(\.absence)
    blocs = room.voters.map(\.bloc)
    influences = room.voters.map(\.influence)
    disciplines = room.disciplines
    indifference = room.indifference
    commonShock = room.commonShock
    blocShock = room.blocShock
    adoption = forecast.adoption
    yes = forecast.tally.yes.chances
    consensus = forecast.consensus
    pulls = forecast.pulls()
  }
}
