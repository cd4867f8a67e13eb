using Tocsin.Clocks;
using Tocsin.Identity;
using Tocsin.Places;

namespace Tocsin.Incidents;

/// <summary>An incident as the contract shows it. Stored with each append; personal data is filled in at the edge.</summary>
/// <param name="Id">The id.</param>
/// <param name="Number">What people say aloud: <c>YYMMDD-NNNN</c>.</param>
/// <param name="Status">The status.</param>
/// <param name="Category">The category (nature).</param>
/// <param name="Priority">1 (most urgent) to 4.</param>
/// <param name="Location">Where; null when not known yet.</param>
/// <param name="Narrative">What is going on.</param>
/// <param name="Station">The station that it belongs to.</param>
/// <param name="AreaClass">The class of the area, when known.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="ClosedAt">When it was closed.</param>
/// <param name="UnattendedSince">Since when nobody sees to it, though somebody should.</param>
/// <param name="Exercise">A drill or a probe.</param>
/// <param name="Historic">Receipt lay more than <c>Tocsin:HistoricAfter</c> before its recording.</param>
/// <param name="CallCount">How many calls are joined to it.</param>
/// <param name="Calls">The first 20 of them.</param>
/// <param name="Assignments">In the order in which they were made.</param>
/// <param name="Feedback">In the order in which it was given.</param>
/// <param name="Links">In the order in which they were made.</param>
/// <param name="Clocks">In the order in which they started.</param>
/// <param name="Disposition">How it was closed.</param>
/// <param name="Version">How many events it has.</param>
/// <param name="Policy">The name of the timing policy that it keeps.</param>
/// <param name="Supervision">Who took over its supervision, the newest; null when nobody did.</param>
/// <param name="MessageCount">How many messages were sent on it.</param>
/// <param name="Unread">How many of the newest of them the centre has not read, of those that it did not write.</param>
/// <param name="PanicUnitId">The unit that it is about, when somebody of it is in distress.</param>
/// <param name="Located">How the place of that distress is known; null once somebody has put it right by hand.</param>
[GenerateSerializer, Immutable, Alias("tocsin.IncidentView")]
public sealed record IncidentView(
    [property: Id(0)] IncidentId Id,
    [property: Id(1)] string Number,
    [property: Id(2)] IncidentStatus Status,
    [property: Id(3)] string Category,
    [property: Id(4)] int Priority,
    [property: Id(5)] Location? Location,
    [property: Id(6)] string? Narrative,
    [property: Id(7)] string? Station,
    [property: Id(8)] AreaClass? AreaClass,
    [property: Id(9)] DateTimeOffset ReceivedAt,
    [property: Id(10)] DateTimeOffset? ClosedAt,
    [property: Id(11)] DateTimeOffset? UnattendedSince,
    [property: Id(12)] bool Exercise,
    [property: Id(13)] bool Historic,
    [property: Id(14)] int CallCount,
    [property: Id(15)] IReadOnlyList<CallerView> Calls,
    [property: Id(16)] IReadOnlyList<AssignmentView> Assignments,
    [property: Id(17)] IReadOnlyList<FeedbackView> Feedback,
    [property: Id(18)] IReadOnlyList<LinkView> Links,
    [property: Id(19)] IReadOnlyList<ClockView> Clocks,
    [property: Id(20)] string? Disposition,
    [property: Id(21)] int Version,
    [property: Id(22)] string? Policy = null,
    [property: Id(23)] SupervisionView? Supervision = null,
    [property: Id(24)] int MessageCount = 0,
    [property: Id(25)] int Unread = 0,
    [property: Id(26)] UnitId? PanicUnitId = null,
    [property: Id(27)] LocatedView? Located = null);
