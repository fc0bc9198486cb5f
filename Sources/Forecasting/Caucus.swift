import Treaty

/// A bloc as it votes: how its ballots add up, given the shock that moves all its members.
struct Caucus {
  /// Its members, as places in `Electorate.voters`.
  let members: [Int]
  /// exp(leaning), by member.
  let odds: [Double]
  /// The largest of them.
  let largestOdds: Double
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
    largestOdds = odds.max() ?? 1
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
        row(of: MemberChances(unanimous: $0, absences: absences)).map { $0[0] }
      }
    }
  }

  /// How many places a row has: the distribution of each count, and the chance of silence.
  var width: Int { silence + 1 }

  /// Where a row has the distribution of a count.
  func places(of count: Int) -> Range<Int> {
    starts[count]..<(starts[count] + programs[count].width)
  }

  /// What members do of their own at several shocks, given as exp(shock).
  func chances(at shockOdds: Lanes) -> MemberChances {
    MemberChances(odds: odds, times: shockOdds, edge: edge, absences: absences)
  }

  /// What the bloc does as one at several shocks.
  func sharedStance(at shockOdds: Lanes) -> Stances {
    Stances(odds: sharedOdds * shockOdds, edge: edge)
  }

  /// The rows at several shocks, whether members vote as one or of their own.
  func row(at shockOdds: Lanes) -> [Lanes] {
    var row = row(of: chances(at: shockOdds))
    guard discipline > 0 else { return row }
    let stance = sharedStance(at: shockOdds)
    let (yes, no) = (discipline * stance.yes, discipline * stance.no)
    let abstain = discipline * stance.abstain
    let alone = 1 - discipline
    for place in row.indices {
      row[place] =
        row[place] * alone + yes * unanimous[0][place] + no * unanimous[1][place]
        + abstain * unanimous[2][place]
    }
    return row
  }

  /// The distributions of independent ballots.
  private func row(of chances: MemberChances) -> [Lanes] {
    var row = [Lanes](repeating: .zero, count: width)
    for place in counts.indices {
      programs[place].write(moves(of: counts[place], from: chances), to: &row, from: starts[place])
    }
    var none = Lanes(repeating: 1)
    for member in members.indices { none *= chances.silence(of: member) }
    row[silence] = none
    return row
  }

  /// How members' ballots move a count.
  func moves(of count: Count, from chances: MemberChances) -> Program.Moves<Lanes> {
    // What lowers the number is there only if something does.
    let none = count.falling == nil ? [] : [Lanes](repeating: .zero, count: members.count)
    var moves = Program.Moves(up: chances[count.rising], down: none, stay: chances.absent)
    for ballot in [Ballot.yes, .no, .abstain] {
      if ballot == count.rising { continue }
      let own = chances[ballot]
      if ballot == count.falling {
        moves.down = own
      } else {
        for place in members.indices where !(ballot == .no && count.vetoes[members[place]]) {
          moves.stay[place] += own[place]
        }
      }
    }
    return moves
  }

  /// Chance that no member present blocks, averaged over the bloc's own shock, where `bar` is
  /// exp(the bar to blocking).
  func unblocked(over window: Lattice.Window, odds sums: [Double], bar: Double) -> Double {
    let shares = window.chances.span
    let sums = sums.span.extracting(window.start..<(window.start + shares.count))
    var chance = Lanes.zero
    for start in stride(from: 0, to: shares.count, by: Lanes.scalarCount) {
      let bars = Lanes(sums, from: start, orElse: 1) * bar
      var unblocked = unblockedAlone(at: bars)
      if discipline > 0 {
        let shared: Lanes = sharedOdds * bars
        let united: Lanes = (shared + emptiness) / (shared + 1)
        unblocked = (1 - discipline) * unblocked + discipline * united
      }
      chance += Lanes(shares, from: start, orElse: 0) * unblocked
    }
    return chance.total
  }

  /// Chance that no member present blocks where each acts of its own, at several shocks, where `bars`
  /// are exp(shock + the bar to blocking).
  func unblockedAlone(at bars: Lanes) -> Lanes {
    let odds = odds.span
    let absences = absences.span
    var alone = Lanes(repeating: 1)
    var member = 0
    // Products of four are divided once, where they cannot leave the range of a number.
    if bars.max() * largestOdds < Caucus.tame {
      while member + 4 <= odds.count {
        var passing = Lanes(repeating: 1)
        var all = Lanes(repeating: 1)
        for each in member..<(member + 4) {
          let own: Lanes = odds[each] * bars
          passing *= own + absences[each]
          all *= own + 1
        }
        alone *= passing / all
        member += 4
      }
    }
    while member < odds.count {
      let own: Lanes = odds[member] * bars
      alone *= (own + absences[member]) / (own + 1)
      member += 1
    }
    return alone
  }

  /// Odds whose fourth power is a number, and far from the largest.
  private static let tame = 1e70

  /// Leanings beyond ±300 count as ±300, where every chance is 0 or 1 to the last bit, so that odds
  /// stay finite.
  private static func bounded(_ leaning: Double) -> Double {
    min(max(leaning, -300), 300)
  }
}
