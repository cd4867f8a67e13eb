namespace Tocsin.Tests.Ops.Queries;

/// <summary>What is silent on a cluster that is well, and why. Everything else has data.</summary>
internal static class Silence
{
    /// <summary>Queries that give nothing then: what they read is looked at instead.</summary>
    public static IReadOnlyDictionary<string, string> Queries { get; } = new Dictionary<string, string>
    {
    };

    /// <summary>Series that come only with what they count: the beginning of a selector.</summary>
    public static IReadOnlyDictionary<string, string> Series { get; } = new Dictionary<string, string>
    {
        ["ALERTS"] = "an alert that fires",
    };
}
