import Forecasting
import Negotiation
import Treaty

/// Forecasts that have been made already, so that asking again costs nothing.
///
/// A forecast follows from its texts, from what surrounds them and from the news that has broken, and is never out of date.
struct Estimates: Sendable {
  private struct Key: Hashable {
    let carried: TreatyText
    let lost: TreatyText?
    let circumstances: Circumstances
    let news: [NewsItem.ID]

    init(_ carried: TreatyText, _ lost: TreatyText?, in session: Session) {
      self.carried = carried
      self.lost = lost
      circumstances = session.circumstances
      news = session.news.map(\.item)
    }

    /// The same surroundings for other texts.
    init(_ carried: TreatyText, _ lost: TreatyText?, _ other: Key) {
      self.carried = carried
      self.lost = lost
      circumstances = other.circumstances
      news = other.news
    }
  }

  private var loyalties: [Key: [[Double]]] = [:]
  private var known: [Key: Forecast] = [:]
  private var standings: [Key: Standing] = [:]
  /// The inputs as they might also be; drawn when they are first asked for, and anew when news has changed them.
  private var reruns: [Rerun] = []
  private var newsOfReruns: [NewsItem.ID] = []
  /// Forecasts kept at most, so that a long session does not grow without end.
  private let capacity = 64

  /// The forecast of the whole treaty reading like this.
  mutating func whole(_ text: TreatyText, in session: Session) -> Forecast {
    forecast(Key(text, nil, in: session), in: session)
  }

  /// The forecast of a matter.
  mutating func of(_ matter: Matter, in session: Session) -> Forecast {
    forecast(Key(matter.carried, matter.lost, in: session), in: session)
  }

  /// Who would vote how on a matter, and of whom that is sure.
  mutating func standing(on matter: Matter, in session: Session) -> Standing {
    let key = Key(matter.carried, matter.lost, in: session)
    if let standing = standings[key] { return standing }
    let forecast = forecast(key, in: session)
    let standing: Standing
    if session.scenario.spread.isNone {
      standing = Standing(of: forecast)
    } else {
      let loyalties = loyaltiesInReruns(to: matter.lost, key, in: session)
      let sides = drawn(for: session).enumerated().map { number, rerun in
        let drawn = matter.drawn(in: rerun)
        let inclinations =
          if let lost = drawn.lost {
            Inclinations(
              to: drawn.carried,
              against: lost,
              in: rerun.scenario,
              loyalties: loyalties[number]
            )
          } else {
            Inclinations(to: drawn.carried, in: rerun.scenario, under: key.circumstances)
          }
        return inclinations.chances(in: rerun.scenario).map(Standing.side)
      }
      standing = Standing(of: forecast, reruns: sides)
    }
    if standings.count >= capacity { standings = [:] }
    standings[key] = standing
    return standing
  }

  /// How loyal delegations are to a standing text with the inputs of each rerun; worked out once for all changes of it.
  private mutating func loyaltiesInReruns(
    to text: TreatyText?,
    _ key: Key,
    in session: Session
  ) -> [[Double]] {
    guard let text else { return [] }
    let standing = Key(text, nil, key)
    if let known = loyalties[standing] { return known }
    let drawn = drawn(for: session).map { rerun in
      Inclinations.loyalties(
        to: rerun.text(text),
        in: rerun.scenario,
        under: key.circumstances
      )
    }
    if loyalties.count >= capacity { loyalties = [:] }
    loyalties[standing] = drawn
    return drawn
  }

  /// The inputs of all reruns.
  mutating func drawn(for session: Session) -> [Rerun] {
    let news = session.news.map(\.item)
    if reruns.isEmpty || news != newsOfReruns {
      reruns = (0..<Rerun.count).map { Rerun($0, of: session.scenario) }
      newsOfReruns = news
    }
    return reruns
  }

  private mutating func forecast(_ key: Key, in session: Session) -> Forecast {
    if let forecast = known[key] { return forecast }
    let scenario = session.scenario
    let forecast =
      if let lost = key.lost {
        Forecast(of: key.carried, against: lost, in: scenario, under: key.circumstances)
      } else {
        Forecast(of: key.carried, in: scenario, under: key.circumstances)
      }
    if known.count >= capacity { known = [:] }
    known[key] = forecast
    return forecast
  }
}

/// What is being talked about: a change of the text, or the text as a whole.
struct Matter: Sendable {
  /// How it is called in a sentence.
  let title: String
  /// The text if it is carried.
  let carried: TreatyText
  /// The text if it is lost; nil where the whole treaty is the matter.
  let lost: TreatyText?
  /// The clause that it is about; nil where the whole treaty is the matter.
  let clause: Int?

  /// The same with its texts as they are placed in a rerun.
  func drawn(in rerun: Rerun) -> Matter {
    Matter(
      title: title,
      carried: rerun.text(carried),
      lost: lost.map { rerun.text($0) },
      clause: clause
    )
  }
}
