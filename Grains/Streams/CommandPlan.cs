using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.StreamKinds;

namespace Tocsin.Streams;

/// <summary>A command on its way to a decision.</summary>
/// <param name="Own">The stream that it is sent to.</param>
/// <param name="Command">The command.</param>
/// <param name="Context">Who sends it, and under which id.</param>
/// <param name="Case">Its use case.</param>
internal sealed record CommandPlan(StreamId Own, object Command, CommandContext Context, UseCase Case)
{
    /// <summary>The second stream that the answer shows; null: it shows one.</summary>
    public StreamId? Beside => Case.Beside?.Invoke(Command);

    /// <summary>The streams that it touches or relies on, as far as the states known so far show them.</summary>
    public IReadOnlyList<StreamId> Streams(StateSet states) => Case.Streams?.Invoke(Own, Command, states) ?? [Own];
}
