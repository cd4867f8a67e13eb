namespace Tocsin.Positions;

/// <summary>Why a row of a batch of positions was not taken: the stable codes of the contract.</summary>
public static class PositionCodes
{
    /// <summary><c>at</c>, <c>lat</c>, <c>lon</c> or the unit's id is missing or of a wrong type.</summary>
    public const string Invalid = "invalid";

    /// <summary>A unit reports for itself only.</summary>
    public const string NotYours = "notYours";

    /// <summary>The unit is not registered.</summary>
    public const string UnknownReference = "unknownReference";

    /// <summary>Latitude or longitude is outside the earth.</summary>
    public const string OutOfRange = "outOfRange";

    /// <summary>The device says that it has no fix, or reports exactly 0, 0.</summary>
    public const string NoFix = "noFix";

    /// <summary>The device's clock is further ahead than is tolerated.</summary>
    public const string OccurredAtInFuture = "occurredAtInFuture";

    /// <summary>Too old to say where the unit is: it belongs to the track only.</summary>
    public const string Outdated = "outdated";

    /// <summary>Too far from the last good fix for the time between: it waits for a second one that agrees.</summary>
    public const string Implausible = "implausible";

    /// <summary>Every code, in the order in which a row is judged.</summary>
    public static readonly IReadOnlyList<string> All =
        [Invalid, NotYours, UnknownReference, OutOfRange, NoFix, OccurredAtInFuture, Outdated, Implausible];
}
