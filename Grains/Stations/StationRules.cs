using Tocsin.Deciding;
using Tocsin.Identity;

namespace Tocsin.Stations;

/// <summary>The rules of a Station: pure.</summary>
public static class StationRules
{
    /// <summary>The streams that the command touches or relies on, as far as the world known so far shows them; its own is always one of them.</summary>
    public static IReadOnlyList<StreamId> Streams(StationId id, StationCommand command, World world) => [id.Stream];

    /// <summary>What becomes of the command.</summary>
    public static Decision Decide(StationId id, StationCommand command, World world, DecisionContext context) => Decision.Nothing;
}
