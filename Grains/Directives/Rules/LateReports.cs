using Tocsin.Commands;
using Tocsin.Deciding;

namespace Tocsin.Directives;

/// <summary>What may still be said of a directive that is over: that something happened before its end.</summary>
internal static class LateReports
{
    /// <summary>A refusal, or null when it may be recorded as late.</summary>
    public static Refusal? Check(DirectiveState state, DateTimeOffset? occurredAt) =>
        state.Refusal is null && occurredAt is { } at && at < state.OverAt
            ? null
            : Refusals.WrongStage(state.Status, "The directive is over.");
}
