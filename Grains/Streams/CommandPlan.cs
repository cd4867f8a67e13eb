using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Identity;

namespace Tocsin.Streams;

/// <summary>A command with the rules that decide it.</summary>
/// <param name="Command">What is asked.</param>
/// <param name="Context">Who asks, and under which id.</param>
/// <param name="Streams">The streams that it touches or relies on, as far as a world shows them.</param>
/// <param name="Decide">What becomes of it.</param>
internal sealed record CommandPlan(
    object Command,
    CommandContext Context,
    Func<World, IReadOnlyList<StreamId>> Streams,
    Func<World, DecisionContext, Decision> Decide);
