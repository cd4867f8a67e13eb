using Tocsin.Clocks;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Places;

namespace Tocsin.Live;

/// <summary>
/// An open incident as board and feed show it: what a console needs for its queue and its map. It is the incident without <c>narrative</c>
/// (its first <see cref="SummaryLength"/> characters are <c>summary</c>), <c>feedback</c>, <c>calls</c>, and met or void clocks. Carries no
/// personal data.
/// </summary>
/// <param name="Id">The id, 1 to 40 characters.</param>
/// <param name="Number">The number that people say aloud, <c>YYMMDD-NNNN</c>.</param>
/// <param name="Status">The status; never Closed.</param>
/// <param name="Category">The category, 1 to 100 characters.</param>
/// <param name="Priority">The priority, 1 (most urgent) to 4.</param>
/// <param name="Location">Where it is; null when not known yet.</param>
/// <param name="Summary">The beginning of the narrative, at most 200 characters, or null.</param>
/// <param name="Station">The id of the station that it belongs to, or null.</param>
/// <param name="AreaClass">The class of the area it lies in; null when not known.</param>
/// <param name="ReceivedAt">When it was received, UTC.</param>
/// <param name="ClosedAt">Always null: it is open. Kept so that a reader of incidents can read these too.</param>
/// <param name="UnattendedSince">Since when nobody attends to it although somebody should, UTC, or null.</param>
/// <param name="Exercise">Whether it is a drill or a probe.</param>
/// <param name="Historic">Whether its receipt lay more than <c>Tocsin:HistoricAfter</c> before its recording.</param>
/// <param name="CallCount">The number of calls that are joined to it.</param>
/// <param name="Assignments">The assignments, in the order in which they were made.</param>
/// <param name="Links">The links to other incidents, in the order in which they were made.</param>
/// <param name="Clocks">The clocks that are running.</param>
/// <param name="Disposition">Always null while it is open.</param>
/// <param name="Version">The number of events of the incident.</param>
/// <param name="Policy">The name of the timing policy that it keeps, or null.</param>
/// <param name="Supervision">The newest taking of its supervision, or null.</param>
/// <param name="MessageCount">The number of messages that were sent on it.</param>
/// <param name="Unread">The number of messages, of the newest 50, that the centre neither wrote nor has read.</param>
/// <param name="PanicUnitId">The unit in distress that it is about; null for every other incident.</param>
/// <param name="Located">How the place of that distress is known, or null.</param>
/// <param name="Distress">When that distress was raised, and who has seen it; null for every other incident.</param>
public sealed record BoardIncident(
    IncidentId Id,
    string Number,
    IncidentStatus Status,
    string Category,
    int Priority,
    Location? Location,
    string? Summary,
    string? Station,
    AreaClass? AreaClass,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? ClosedAt,
    DateTimeOffset? UnattendedSince,
    bool Exercise,
    bool Historic,
    int CallCount,
    IReadOnlyList<AssignmentView> Assignments,
    IReadOnlyList<LinkView> Links,
    IReadOnlyList<ClockView> Clocks,
    string? Disposition,
    int Version,
    string? Policy,
    SupervisionView? Supervision,
    int MessageCount,
    int Unread,
    UnitId? PanicUnitId,
    LocatedView? Located,
    DistressView? Distress)
{
    /// <summary>
    /// Always null: whether it was an incident is said when it is closed. Kept so that a reader of incidents can read these too.
    /// </summary>
    public bool? Valid { get; init; }

    /// <summary>The length of the summary, in UTF-16 code units.</summary>
    public const int SummaryLength = 200;

    /// <summary>The incident as the board shows it.</summary>
    /// <param name="view">The whole incident.</param>
    public static BoardIncident Of(IncidentView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new(
            view.Id, view.Number, view.Status, view.Category, view.Priority, view.Location, Shorten(view.Narrative), view.Station,
            view.AreaClass, view.ReceivedAt, view.ClosedAt, view.UnattendedSince, view.Exercise, view.Historic, view.CallCount,
            view.Assignments.Numbered(), view.Links, [.. view.Clocks.Where(c => c.State == ClockState.Running)], view.Disposition,
            view.Version, view.Policy, view.Supervision, view.MessageCount, view.Unread, view.PanicUnitId, view.Located, view.Distress)
        {
            Valid = view.Valid,
        };
    }

    // Never half a character: a pair of surrogates that the limit would part is left out whole.
    private static string? Shorten(string? text) => text is { Length: > SummaryLength }
        ? text[..(char.IsHighSurrogate(text[SummaryLength - 1]) ? SummaryLength - 1 : SummaryLength)]
        : text;
}
