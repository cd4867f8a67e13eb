using Tocsin.Commands;
using Tocsin.RunCards;

namespace Tocsin.Recommending;

/// <summary>A response plan, or why there is none.</summary>
/// <param name="Refusal">NotFound, NotYours, IncidentClosed or LocationUnknown; null otherwise.</param>
/// <param name="Card">The run card.</param>
/// <param name="Found">Who should go.</param>
internal sealed record PlannedResponse(Refusal? Refusal, RunCard Card, Recommended Found)
{
    /// <summary>There is no plan.</summary>
    public static PlannedResponse Refused(RefusalCode code, string detail) =>
        new(new Refusal(code, detail), DefaultCard.Card, new Recommended([], []));
}
