namespace Tocsin.Tests.Load.Races;

/// <summary>How a race ended.</summary>
public enum RaceVerdict
{
    /// <summary>One has the unit, the other learned who.</summary>
    OneWon,

    /// <summary>Both were told that they have the unit.</summary>
    BothWon,

    /// <summary>Both were refused a unit that was free.</summary>
    RefusedToAll,

    /// <summary>The loser was refused without being told the right holder.</summary>
    WrongHolder,

    /// <summary>One of them was never settled: the servers were away for too long.</summary>
    Unsettled,

    /// <summary>A refusal for a reason that has nothing to do with a race.</summary>
    Other,
}
