import Treaty

/// A bloc as it votes: how its ballots add up, given the shock that moves all its members.
struct Caucus {
  /// Its members, as places in `Electorate.voters`.
  let members: [Int]
  /// exp(leaning), by member.
  let odds: [Double]
  /// Chance of missing the vote, by member.
  let absences: [Double]
  /// How much each member's leaning counts in the bloc's; they sum to 1.
  let influences: [Double]
  /// exp(leaning) of the bloc as one.
  let sharedOdds: Double
  /// Chance that members cast the bloc's vote.
  let discipline: Double
  /// exp(indifference).
  let edge: Double
  /// Chance that no member is present.
  let emptiness: Double
  /// What is counted, with the program for it.
  let counts: [Count]
  let programs: [Program]
  /// Where the distribution of each count begins in a row.
  let starts: [Int]
  /// Where a row has the chance that no member votes for or against: its last place.
  let silence: Int
  /// The rows if all who are present vote yes, vote no or abstain; empty without discipline.
  private(set) var unanimous: [[Double]] = []

  init(of members: [Int], in electorate: Electorate, discipline: Double, counting counts: [Count]) {
    let voters = members.map { electorate.voters[$0] }
    let total = voters.reduce(0) { $0 + $1.influence }
    let leanings = voters.map { Caucus.bounded($0.leaning) }
    self.members = members
    odds = leanings.map(Elementary.exp)
    absences = voters.map(\.absence)
    influences = voters.map {
      total > 0 ? $0.influence / total : 1 / Double(members.count)
    }
    sharedOdds = Elementary.exp(zip(influences, leanings).reduce(0) { $0 + $1.0 * $1.1 })
    self.discipline = discipline
    edge = Elementary.exp(min(electorate.indifference, 300))
    emptiness = voters.reduce(1) { $0 * $1.absence }
    self.counts = counts
    programs = counts.map { Program(of: $0, among: members) }
    var starts: [Int] = []
    var end = 0
    for program in programs {
      starts.append(end)
      end += program.width
    }
    self.starts = starts
    silence = end
    if discipline > 0 {
      unanimous = [.yes, .no, .abstain].map {
        row(of: MemberChances(unanimous: $0, absences: absences))
      }
    }
  }

  /// How many places a row has: the distribution of each count, and the chance of silence.
  var width: Int { silence + 1 }

  /// Where a row has the distribution of a count.
  func places(of count: Int) -> Range<Int> {
    starts[count]..<(starts[count] + programs[count].width)
  }

  /// What members do of their own at a shock, given as exp(shock).
  func chances(at shockOdds: Double) -> MemberChances {
    MemberChances(odds: odds, times: shockOdds, edge: edge, absences: absences)
  }

  /// What the bloc does as one at a shock.
  func sharedStance(at shockOdds: Double) -> Stance {
    Stance(odds: sharedOdds * shockOdds, edge: edge)
  }

  /// Appends the row at a shock, whether members vote as one or of their own.
  func appendRow(at shockOdds: Double, to cells: inout [Double]) {
    var row = row(of: chances(at: shockOdds))
    if discipline > 0 {
      for place in row.indices {
        row[place] *= 1 - discipline
      }
      let stance = sharedStance(at: shockOdds)
      var target = row.mutableSpan
      for (united, chance) in zip(unanimous, [stance.yes, stance.no, stance.abstain]) {
        Kernel.add(discipline * chance, united.span, to: &target)
      }
    }
    cells += row
  }

  /// The distributions of independent ballots.
  private func row(of chances: MemberChances) -> [Double] {
    var row: [Double] = []
    row.reserveCapacity(width)
    for place in counts.indices {
      row += programs[place].distribution(of: moves(of: counts[place], from: chances))
    }
    row.append(members.indices.reduce(1) { $0 * chances.silence(of: $1) })
    return row
  }

  /// How members' ballots move a count.
  func moves(of count: Count, from chances: MemberChances) -> Program.Moves {
    let none = members.map { _ in 0.0 }
    var moves = Program.Moves(up: none, down: none, stay: chances.absent)
    for ballot in [Ballot.yes, .no, .abstain] {
      let own = chances[ballot]
      if ballot == count.rising {
        moves.up = own
      } else if ballot == count.falling {
        moves.down = own
      } else {
        for place in members.indices where !(ballot == .no && count.vetoes[members[place]]) {
          moves.stay[place] += own[place]
        }
      }
    }
    return moves
  }

  /// Chance that no member present blocks, averaged over the bloc's own shock.
  func unblocked(over window: Lattice.Window, odds sums: [Double], bar: Double) -> Double {
    var chance = 0.0
    for (place, share) in window.chances.enumerated() where share != 0 {
      chance += share * unblocked(at: sums[window.start + place] * bar)
    }
    return chance
  }

  /// Chance that no member present blocks, where `bar` is exp(shock + the bar to blocking).
  private func unblocked(at bar: Double) -> Double {
    var alone = 1.0
    for place in odds.indices {
      let odds = odds[place] * bar
      alone *= (odds + absences[place]) / (1 + odds)
    }
    guard discipline > 0 else { return alone }
    let shared = sharedOdds * bar
    return (1 - discipline) * alone + discipline * (shared + emptiness) / (1 + shared)
  }

  /// Leanings beyond ±300 count as ±300, where every chance is 0 or 1 to the last bit, so that odds
  /// stay finite.
  private static func bounded(_ leaning: Double) -> Double {
    min(max(leaning, -300), 300)
  }
}
