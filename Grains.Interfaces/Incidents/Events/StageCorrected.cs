using Tocsin.Clocks;
using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>A time was put right.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Stage">Which.</param>
/// <param name="From">What it was.</param>
/// <param name="To">What it is; null: the press was taken away.</param>
/// <param name="Reason">Why.</param>
public sealed record StageCorrected(
    UnitId UnitId,
    CorrectableStage Stage,
    DateTimeOffset? From,
    DateTimeOffset? To,
    string Reason) : IncidentEvent, INotedEvent
{
    /// <inheritdoc/>
    bool INotedEvent.ReckonsBack => true;
}
