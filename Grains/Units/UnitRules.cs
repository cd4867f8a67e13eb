using Tocsin.Deciding;
using Tocsin.Identity;

namespace Tocsin.Units;

/// <summary>The rules of a Unit: pure.</summary>
public static class UnitRules
{
    /// <summary>The streams that the command touches or relies on, as far as the world known so far shows them; its own is always one of them.</summary>
    public static IReadOnlyList<StreamId> Streams(UnitId id, UnitCommand command, World world) => [id.Stream];

    /// <summary>What becomes of the command.</summary>
    public static Decision Decide(UnitId id, UnitCommand command, World world, DecisionContext context) => Decision.Nothing;
}
