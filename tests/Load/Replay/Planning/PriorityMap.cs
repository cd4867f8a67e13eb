namespace Tocsin.Tests.Load.Replay.Planning;

/// <summary>
/// The file's final priority in Tocsin's, where 1 is the most urgent: 3 (emergency) is 2, 2 (no emergency) is 3.
/// The source documents no others; 1, which older years hold, is below its 2 and becomes 4.
/// </summary>
public static class PriorityMap
{
    /// <summary>What an incident gets whose priority the file does not say; it is then listed as not carried.</summary>
    public const int WhenUnknown = 3;

    /// <summary>Tocsin's priority, or null where <paramref name="written"/> is none that is known.</summary>
    public static int? Of(string written) => written switch
    {
        "3" => 2,
        "2" => 3,
        "1" => 4,
        _ => null,
    };
}
