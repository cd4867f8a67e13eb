using Tocsin.Deciding;
using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>The rules of a Incident: pure.</summary>
public static class IncidentRules
{
    /// <summary>The streams that the command touches or relies on, as far as the world known so far shows them; its own is always one of them.</summary>
    public static IReadOnlyList<StreamId> Streams(IncidentId id, IncidentCommand command, World world) => [id.Stream];

    /// <summary>What becomes of the command.</summary>
    public static Decision Decide(IncidentId id, IncidentCommand command, World world, DecisionContext context) => Decision.Nothing;
}
