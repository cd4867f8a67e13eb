namespace Tocsin.Tests.Load.Year.Planning;

/// <summary>How a unit's time on an incident ends.</summary>
public enum ResponseEnd
{
    /// <summary>It reports that it is done, and goes on to other things.</summary>
    Cleared,

    /// <summary>The incident is closed.</summary>
    Closed,

    /// <summary>It is recalled on its way: the others suffice.</summary>
    Cancelled,
}
