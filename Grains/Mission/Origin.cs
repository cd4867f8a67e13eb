using Tocsin.Directives;
using Tocsin.Incidents;

namespace Tocsin.Mission;

/// <summary>The values of the label <c>origin</c>.</summary>
internal static class Origin
{
    /// <summary>It is real, and happens now.</summary>
    public const string Live = "live";

    /// <summary>A drill or a probe.</summary>
    public const string Exercise = "exercise";

    /// <summary>It was received more than <c>Tocsin:HistoricAfter</c> before it was recorded: an import or a replay.</summary>
    public const string Historic = "historic";

    /// <summary>The origin of an incident.</summary>
    public static string Of(bool exercise, bool historic) => exercise ? Exercise : historic ? Historic : Live;

    /// <summary>The origin of an incident.</summary>
    public static string Of(IncidentState incident) => Of(incident.Exercise, incident.Historic);

    /// <summary>The origin of a directive.</summary>
    public static string Of(DirectiveState directive) => Of(directive.Exercise, directive.Historic);
}
