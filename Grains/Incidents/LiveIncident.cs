using Tocsin.Clocks;
using Tocsin.Identity;
using Tocsin.Places;

namespace Tocsin.Incidents;

/// <summary>What the recommender and the finder of duplicates need of an open incident.</summary>
/// <param name="Id">The id.</param>
/// <param name="Number">What people say aloud.</param>
/// <param name="Category">The category.</param>
/// <param name="Priority">1 (most urgent) to 4.</param>
/// <param name="Place">Its coordinates, when they are known.</param>
/// <param name="Address">Its address in words, when it is known.</param>
/// <param name="Station">The station that it belongs to.</param>
/// <param name="Status">The status.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="CallCount">How many calls are joined to it.</param>
/// <param name="Exercise">A drill or a probe.</param>
internal sealed record LiveIncident(
    IncidentId Id,
    string Number,
    string Category,
    int Priority,
    GeoPoint? Place,
    string? Address,
    string? Station,
    IncidentStatus Status,
    DateTimeOffset ReceivedAt,
    int CallCount,
    bool Exercise)
{
    /// <summary>The longest <see cref="Summary"/>, in characters.</summary>
    public const int SummaryLength = 200;

    /// <summary>The beginning of its narrative.</summary>
    public string? Summary { get; init; }

    /// <summary>Whether nobody is on it, and nobody was to the end.</summary>
    public bool IsUnattended { get; init; }

    /// <summary>
    /// Whether nobody attends to it and no clock will ever say so; see <see cref="UnattendedLimiting.IsForgotten"/>, which decides.
    /// </summary>
    public bool IsForgotten { get; init; }

    /// <summary>Its clocks in numbers.</summary>
    public ClockTally Clocks { get; init; }

    /// <summary>What is needed of a view.</summary>
    public static LiveIncident Of(IncidentView view) => new(
        view.Id,
        view.Number,
        view.Category,
        view.Priority,
        view.Location?.Point,
        view.Location?.Address,
        view.Station,
        view.Status,
        view.ReceivedAt,
        view.CallCount,
        view.Exercise)
    {
        Summary = view.Narrative is { Length: > SummaryLength } long_ ? long_[..SummaryLength] : view.Narrative,
        IsUnattended = view.UnattendedSince is not null,
        IsForgotten = view is { Historic: false, UnattendedSince: not null }
            && !view.Clocks.Any(c => c is { Stage: ClockStage.Assign, State: ClockState.Running }),
        Clocks = ClockTally.Of(view.Clocks),
    };
}
