public import Treaty

/// How far off the inputs are taken to be that `InputSpread` says nothing of: all of it judgement, for the recorded
/// votes do not tell these numbers apart.
///
/// A range is even between its ends; a spread is the standard deviation of a normal error.
public enum InputRange {
  /// Of the general wish for a treaty, to either side, in logits: votes on resolutions say nothing of it.
  public static let wish = 0.8
  /// Of how much a gain moves a vote, to either side, as a part of itself: recorded votes hardly tell it.
  public static let sensitivity = 0.25
  /// Of the band in which delegations abstain, to either side, as a part of itself: recorded votes leave much of it open.
  public static let indifference = 0.25
  /// Of the shocks to the room and to blocs, to either side, as a part of each: recorded votes say next to nothing of it.
  public static let shocks = 0.5
  /// Of what it takes to block, to either side, in logits: loosely calibrated on the drafts of 2023–24.
  public static let blocking = 1.0
  /// Of what more it takes in the shadow of a vote, to either side, as a part of itself: as loosely calibrated.
  public static let shadow = 0.5
  /// Of the chance of a vote where consensus fails, to either side, within 0...1.
  public static let callVote = 0.25
  /// Of the weight of public criticism, to either side, as a part of itself: from none to twice as much.
  public static let criticism = 1.0
  /// Of the chance that failure leads to a worse text, to either side, within 0...1.
  public static let failure = 0.2

  /// The part of the variance of a coded or imputed position that is one error for all on an issue, 0...1: who
  /// codes or imputes one too high reads the scale like that for others too.
  public static let commonPart = 0.25
  /// The part of the variance of an imputed position that is one error for its bloc on an issue, 0...1: it is
  /// imputed from the others of its bloc.
  public static let blocPart = 0.25
  /// The part of the variance of a salience that is one error for all on an issue, 0...1.
  public static let commonPartOfSalience = 0.5

  /// The spread of where the world stands without a treaty, one error for all on an issue, in points of the scale;
  /// 0 where the scenario takes its inputs as exact.
  public static func world(in scenario: Scenario) -> Double {
    scenario.spread.isNone ? 0 : scenario.spread.world
  }

  /// The spread of a salience, as a part of itself; 0 where the scenario takes its inputs as exact.
  public static func saliences(in scenario: Scenario) -> Double {
    scenario.spread.isNone ? 0 : scenario.spread.salience / 100
  }
}
