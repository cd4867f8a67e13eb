namespace Tocsin.Journal;

/// <summary>What became of an append.</summary>
public enum AppendOutcome
{
    /// <summary>It is durable.</summary>
    Committed,

    /// <summary>Nothing was written: a stream is at another version than expected.</summary>
    Conflict,

    /// <summary>Nothing was written now: the command was carried out before; see <see cref="AppendResult.Earlier"/>.</summary>
    Repeated,

    /// <summary>Nothing was written: the incident's number is in use (a block that a backup brought back).</summary>
    NumberTaken,

    /// <summary>Nothing was written: the history is not the one on which the command was decided.</summary>
    EpochMoved,

    /// <summary>Nothing was written: another stream has a name that the command claims (<see cref="AppendRequest.Claims"/>).</summary>
    ClaimTaken,
}
