using Tocsin.Incidents;

namespace Tocsin.Mission;

/// <summary>Where a thing that is counted comes from: words of the label <c>origin</c>.</summary>
internal static class Origin
{
    /// <summary>It happens now, in earnest.</summary>
    public const string Live = "live";

    /// <summary>A drill or a probe.</summary>
    public const string Exercise = "exercise";

    /// <summary>Its receipt lay more than <c>Tocsin:HistoricAfter</c> back: an import, or a replay of past days.</summary>
    public const string Historic = "historic";

    /// <summary>That of an incident.</summary>
    public static string Of(bool exercise, bool historic) => exercise ? Exercise : historic ? Historic : Live;

    /// <summary>That of an incident.</summary>
    public static string Of(IncidentState incident) => Of(incident.Exercise, incident.Historic);
}
