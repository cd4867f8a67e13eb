using Tocsin.Clocks;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Places;

namespace Tocsin.Live;

/// <summary>
/// An open incident as board and feed show it: what a console needs for its queue and its map. The incident without <c>narrative</c> (its first
/// <see cref="SummaryLength"/> characters as <c>summary</c>), <c>feedback</c>, <c>calls</c>, and met or void clocks. Carries no personal data.
/// </summary>
/// <param name="Id">The id.</param>
/// <param name="Number">What people say aloud.</param>
/// <param name="Status">The status.</param>
/// <param name="Category">The category.</param>
/// <param name="Priority">1 (most urgent) to 4.</param>
/// <param name="Location">Where; null when not known yet.</param>
/// <param name="Summary">How the narrative begins.</param>
/// <param name="Station">The station that it belongs to.</param>
/// <param name="AreaClass">The class of the area, when known.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="ClosedAt">Null: it is open. Kept so that whoever reads incidents reads these too.</param>
/// <param name="UnattendedSince">Since when nobody sees to it.</param>
/// <param name="Exercise">A drill or a probe.</param>
/// <param name="Historic">Receipt lay long before its recording.</param>
/// <param name="CallCount">How many calls are joined to it.</param>
/// <param name="Assignments">In the order in which they were made.</param>
/// <param name="Links">In the order in which they were made.</param>
/// <param name="Clocks">Those that run.</param>
/// <param name="Disposition">Null while it is open.</param>
/// <param name="Version">How many events it has.</param>
/// <param name="Policy">The name of the timing policy that it keeps.</param>
/// <param name="Supervision">Who took over its supervision.</param>
/// <param name="MessageCount">How many messages were sent on it.</param>
/// <param name="Unread">How many of the newest of them the centre has not read, of those that it did not write.</param>
/// <param name="PanicUnitId">The unit that it is about, when somebody of it is in distress.</param>
/// <param name="Located">How the place of that distress is known.</param>
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
    LocatedView? Located)
{
    /// <summary>How much of the narrative the board shows, in UTF-16 code units.</summary>
    public const int SummaryLength = 200;

    /// <summary>The incident as the board shows it.</summary>
    public static BoardIncident Of(IncidentView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new(
            view.Id, view.Number, view.Status, view.Category, view.Priority, view.Location, Shorten(view.Narrative), view.Station, view.AreaClass,
            view.ReceivedAt, view.ClosedAt, view.UnattendedSince, view.Exercise, view.Historic, view.CallCount, view.Assignments, view.Links,
            [.. view.Clocks.Where(c => c.State == ClockState.Running)], view.Disposition, view.Version, view.Policy, view.Supervision,
            view.MessageCount, view.Unread, view.PanicUnitId, view.Located);
    }

    // Never half a character: a pair of surrogates that the limit would part is left out whole.
    private static string? Shorten(string? text) => text is { Length: > SummaryLength }
        ? text[..(char.IsHighSurrogate(text[SummaryLength - 1]) ? SummaryLength - 1 : SummaryLength)]
        : text;
}
