using Tocsin.Deciding;
using Tocsin.Identity;

namespace Tocsin.Calls;

/// <summary>The rules of a Call: pure.</summary>
public static class CallRules
{
    /// <summary>The streams that the command touches or relies on, as far as the world known so far shows them; its own is always one of them.</summary>
    public static IReadOnlyList<StreamId> Streams(CallId id, CallCommand command, World world) => [id.Stream];

    /// <summary>What becomes of the command.</summary>
    public static Decision Decide(CallId id, CallCommand command, World world, DecisionContext context) => Decision.Nothing;
}
