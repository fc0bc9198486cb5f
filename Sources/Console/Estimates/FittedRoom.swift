public import Calibration
import Treaty

/// States placed by how they voted: what `plenary fit` answers.
public struct FittedRoom: Sendable {
  /// A state of the table.
  public struct State: Sendable {
    /// Its code.
    public let id: String
    let name: String
    let bloc: String

    /// Describes a state.
    public init(id: String, name: String, bloc: String) {
      self.id = id
      self.name = name
      self.bloc = bloc
    }
  }

  /// Somebody else's numbers for the same states, which points are held against.
  public struct Yardstick: Sendable {
    let name: String
    /// For each state of the table; nil where there is none.
    let numbers: [Double?]

    /// Takes numbers in the order of the states.
    public init(name: String, numbers: [Double?]) {
      self.name = name
      self.numbers = numbers
    }
  }

  let states: [State]
  let votes: [String]
  let rolls: RollCalls
  let ideal: IdealPoints
  let yardstick: Yardstick?

  /// Puts names to what was fitted.
  public init(
    _ ideal: IdealPoints,
    to rolls: RollCalls,
    states: [State],
    votes: [String],
    yardstick: Yardstick? = nil
  ) {
    self.states = states
    self.votes = votes
    self.rolls = rolls
    self.ideal = ideal
    self.yardstick = yardstick
  }

  /// The points, as a reply.
  public var enquiry: Enquiry {
    var page = Page()
    let answers = ideal.points.reduce(0) { $0 + $1.answers }
    page.say(
      "\(Figures.count(states.count, "state")) in \(Figures.count(votes.count, "vote")), \(answers) answers: "
        + "points estimated in \(places.count == 1 ? "one dimension" : "two dimensions"), "
        + "with standard errors."
    )
    page.say(
      "0 is the mean of the states and 1 their standard deviation. "
        + zip(ideal.high, places).map { end, dimension in
          "High \(places.count == 1 ? "" : "in the \(Self.ordinals[dimension]) dimension ")is the side of "
            + "\(states[end].id)."
        }.joined(separator: " ")
    )
    sayCautions(on: &page)
    sayYardstick(on: &page)
    page.gap()
    showStates(on: &page)
    return Enquiry(page, document: FitDocument(self))
  }

  /// The dimensions, from 0.
  var places: Range<Int> { 0..<ideal.dimensions.rawValue }

  static let ordinals = ["first", "second"]

  /// The states that took part in no vote.
  var silent: [Int] { states.indices.filter { ideal.points[$0].answers == 0 } }

  /// How the points go with the yardstick, dimension by dimension, over the states that have both.
  var correlations: [Double?] {
    guard let yardstick else { return [] }
    let shared = states.indices.filter { yardstick.numbers[$0] != nil && !silent.contains($0) }
    let numbers = shared.compactMap { yardstick.numbers[$0] }
    return places.map { dimension in
      correlation(shared.map { ideal.points[$0].place[dimension] }, numbers)
    }
  }

  private func sayCautions(on page: inout Page) {
    if !silent.isEmpty {
      page.say(
        "In no vote: \(silent.map { states[$0].id }.joined(separator: ", ")). Nothing is known of them: 0 with error 1 "
          + "is what is assumed."
      )
    }
    let same = votes.indices.count { !rolls.divides($0) }
    if same > 0 {
      page.say(
        "In \(Figures.count(same, "vote")) all who took part answered alike; that says nothing of who stands where."
      )
    }
    if !ideal.isSettled {
      page.say(
        "The search had not come to rest after \(Figures.count(ideal.rounds, "round")): take the figures as rough."
      )
    }
  }

  private func sayYardstick(on page: inout Page) {
    guard let yardstick else { return }
    let count = states.indices.count { yardstick.numbers[$0] != nil && !silent.contains($0) }
    let figures = zip(correlations, places).map { correlation, dimension in
      let figure =
        correlation.map { Figures.signed($0, decimals: 3) } ?? "none, for one side does not vary"
      return places.count == 1 ? figure : "\(figure) (\(Self.ordinals[dimension]) dimension)"
    }
    page.say(
      "Correlation (Pearson) with \(yardstick.name) over \(Figures.count(count, "state")): "
        + "\(figures.joined(separator: ", "))."
    )
  }

  private func showStates(on page: inout Page) {
    let headings = places.count == 1 ? ["point", "error"] : ["first", "error", "second", "error"]
    var table = Table(
      [.leading] + headings.map { _ in .trailing } + [.trailing, .leading],
      headings: ["state"] + headings + ["votes", "name"]
    )
    // Equal points keep the order of the table.
    let ranked = states.indices.sorted {
      (-ideal.points[$0].place.x, $0) < (-ideal.points[$1].place.x, $1)
    }
    for state in ranked {
      let point = ideal.points[state]
      let figures = places.flatMap { dimension in
        [
          Phrase(Figures.signed(point.place[dimension], decimals: 2)),
          Phrase(Figures.decimal(point.error[dimension], decimals: 2)),
        ]
      }
      table.add(
        [Phrase(states[state].id)] + figures
          + [Phrase("\(point.answers)"), Phrase(states[state].name)]
      )
    }
    page.show(table)
  }
}

/// Points and curves as data.
private struct FitDocument: Encodable, Sendable {
  struct StateEntry: Encodable, Sendable {
    let id: String
    let points: [Double]
    let errors: [Double]
    let answers: Int
  }

  struct VoteEntry: Encodable, Sendable {
    let id: String
    let discriminations: [Double]
    let cutpoints: [Double]
    let yes: Int
    let abstain: Int
    let no: Int
  }

  let schema = "plenary.fit/1"
  let dimensions: Int
  let high: [String]
  let settled: Bool
  let correlations: [Double?]?
  let states: [StateEntry]
  let votes: [VoteEntry]

  init(_ room: FittedRoom) {
    let places = room.places
    dimensions = places.count
    high = room.ideal.high.map { room.states[$0].id }
    settled = room.ideal.isSettled
    correlations = room.yardstick == nil ? nil : room.correlations
    states = zip(room.states, room.ideal.points).map { state, point in
      StateEntry(
        id: state.id,
        points: places.map { point.place[$0] },
        errors: places.map { point.error[$0] },
        answers: point.answers
      )
    }
    votes = room.votes.indices.map { vote in
      let curve = room.ideal.curves[vote]
      let counts = room.rolls.counts(in: vote)
      return VoteEntry(
        id: room.votes[vote],
        discriminations: places.map { curve.discrimination[$0] },
        cutpoints: [curve.lower, curve.upper],
        yes: counts[Answer.yes.rawValue],
        abstain: counts[Answer.abstain.rawValue],
        no: counts[Answer.no.rawValue]
      )
    }
  }
}
