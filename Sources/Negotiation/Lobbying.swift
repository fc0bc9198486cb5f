import Forecasting
import Treaty

/// Whom to win for a proposal, and by what.
public struct Lobbying: Sendable {
  /// Who joins if asked, as places in `Scenario.delegations`.
  public let willing: [Int]
  /// Who joins for technical help.
  public let forHelp: [Int]
  /// Who joins if its own proposal is joined, by that proposal.
  public let forSponsoring: [(delegation: Int, proposal: Int)]
  /// Who would lose by it what one fights over.
  public let opposed: [Int]

  /// Looks at who might join a proposal that some delegation asks for, going by positions: delegations that people
  /// speak for answer for themselves.
  public init(for proposal: Proposal, by actor: Role, in session: Session) {
    let scenario = session.scenario
    let number = proposal.number
    let prospects = session.openProposals.map { session.prospect(of: $0) }
    let prospect = session.prospect(of: proposal)
    var willing: [Int] = []
    var forHelp: [Int] = []
    var forSponsoring: [(delegation: Int, proposal: Int)] = []
    var opposed: [Int] = []
    for place in scenario.delegations.indices {
      let id = scenario.delegations[place].id
      guard actor != .delegation(id), session.canKeep(.sponsor(number), by: id) else { continue }
      if session.joins(prospect, place) {
        willing.append(place)
        continue
      }
      if session.fights(prospect, place) {
        opposed.append(place)
        continue
      }
      guard let from = actor.delegation, session.trusts(id, from) else { continue }
      let price = Session.worth(ofBacking: prospect, to: place)
      let own = session.openProposals.indices.first { other in
        let offered = session.openProposals[other]
        return offered.proposer == .delegation(id)
          && session.canKeep(.sponsor(offered.number), by: from)
          && price + Session.worth(ofBacking: prospects[other], to: place) > 0
      }
      if let own {
        forSponsoring.append((place, session.openProposals[own].number))
      } else if session.canKeep(.help, by: from),
        price + session.helpWorth(to: scenario.delegations[place]) > 0
      {
        forHelp.append(place)
      }
    }
    self.willing = willing
    self.forHelp = forHelp
    self.forSponsoring = forSponsoring
    self.opposed = opposed
  }
}
