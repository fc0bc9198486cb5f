import Forecasting
import Negotiation
import Treaty

/// Forecasts that have been made already, so that asking again costs nothing.
///
/// A forecast follows from its texts and from the draft they came from, and is never out of date.
struct Estimates: Sendable {
  private struct Key: Hashable {
    let base: Int
    let epoch: Int
    let carried: TreatyText
    let lost: TreatyText?
  }

  private var known: [Key: Forecast] = [:]
  private var standings: [Key: Standing] = [:]
  /// The inputs as they might also be; drawn when they are first asked for, and anew when news has changed them.
  private var reruns: [Rerun] = []
  private var rerunEpoch = 0
  /// Forecasts kept at most, so that a long session does not grow without end.
  private let capacity = 64

  /// The forecast of the whole treaty reading like this.
  mutating func whole(_ text: TreatyText, in session: Session) -> Forecast {
    forecast(Key(base: session.base, epoch: session.epoch, carried: text, lost: nil), in: session)
  }

  /// The forecast of a matter.
  mutating func of(_ matter: Matter, in session: Session) -> Forecast {
    forecast(Key(base: session.base, epoch: session.epoch, carried: matter.carried, lost: matter.lost), in: session)
  }

  /// Who would vote how on a matter, and of whom that is sure.
  mutating func standing(on matter: Matter, in session: Session) -> Standing {
    let key = Key(base: session.base, epoch: session.epoch, carried: matter.carried, lost: matter.lost)
    if let standing = standings[key] { return standing }
    let forecast = forecast(key, in: session)
    let standing: Standing
    if session.scenario.spread.isNone {
      standing = Standing(of: forecast)
    } else {
      let sides = drawn(for: session.scenario, epoch: session.news.count).map { rerun in
        matter.drawn(in: rerun).inclinations(in: rerun.scenario, under: session.circumstances)
          .chances(in: rerun.scenario).map(Standing.side)
      }
      standing = Standing(of: forecast, reruns: sides)
    }
    if standings.count >= capacity { standings = [:] }
    standings[key] = standing
    return standing
  }

  /// The inputs of all reruns.
  mutating func drawn(for scenario: Scenario, epoch: Int) -> [Rerun] {
    if reruns.isEmpty || epoch != rerunEpoch {
      rerunEpoch = epoch
      reruns = (0..<Rerun.count).map { Rerun($0, of: scenario) } }
    return reruns
  }

  private mutating func forecast(_ key: Key, in session: Session) -> Forecast {
    if let forecast = known[key] { return forecast }
    let scenario = session.scenario
    let forecast =
      if let lost = key.lost {
        Forecast(of: key.carried, against: lost, in: scenario, under: session.circumstances)
      } else {
        Forecast(of: key.carried, in: scenario, under: session.circumstances)
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

  /// What moves each delegation in a vote on it.
  func inclinations(in scenario: Scenario, under circumstances: Circumstances) -> Inclinations {
    if let lost {
      return Inclinations(to: carried, against: lost, in: scenario, under: circumstances)
    }
    return Inclinations(to: carried, in: scenario, under: circumstances)
  }
}
