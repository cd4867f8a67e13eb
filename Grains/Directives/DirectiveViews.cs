using Tocsin.Clocks;
using Tocsin.Journal;

namespace Tocsin.Directives;

/// <summary>A directive as the contract shows it.</summary>
public static class DirectiveViews
{
    /// <summary>The number of the code that makes the view: raised whenever it would make another one of the same state.</summary>
    public const short Code = 5;

    /// <summary>The directive.</summary>
    public static DirectiveView Of(DirectiveState state) => new(
        state.Id,
        state.Number,
        state.Group,
        state.Kind,
        state.Status,
        state.To,
        state.From,
        state.Text,
        state.IncidentId,
        state.CallId,
        state.DeploymentId,
        state.PostId,
        state.Place,
        state.Parties,
        state.Equipment,
        state.Cautions,
        state.Fields,
        state.IssuedAt,
        state.SignedAt,
        state.SignedBy,
        state.SentAt,
        state.ReportedAt,
        state.OverAt,
        state.ValidUntil,
        state.NextAt,
        state.Outcome,
        state.Returns,
        state.Reports,
        state.ReportCount,
        state.Receipt,
        state.Replaces,
        state.Shared,
        state.Exercise,
        state.Historic,
        state.Clocks.ToViews(),
        state.Version,
        state.Refusal,
        state.ReplacedBy)
    {
        EvidenceCount = state.Evidence.Length,
    };

    internal static BoardEntry Board(DirectiveState state) =>
        BoardEntry.Of(Of(state), Code, state.Open, (short)state.Status, priority: 0, state.ToStation, state.DueAt) with
        {
            LateAt = state.LateAt,
        };
}
