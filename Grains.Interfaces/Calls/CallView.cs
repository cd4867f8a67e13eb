using Tocsin.Clocks;
using Tocsin.Identity;
using Tocsin.Places;

namespace Tocsin.Calls;

/// <summary>A call as the contract shows it. Stored with each append; the caller's number is filled in at the edge.</summary>
/// <param name="Id">The id.</param>
/// <param name="Status">The status.</param>
/// <param name="CallerNumber">Filled in at the edge.</param>
/// <param name="Line">The line it came in on.</param>
/// <param name="RingingAt">When it began to ring.</param>
/// <param name="AnsweredAt">When it was answered.</param>
/// <param name="EndedAt">When it was over.</param>
/// <param name="Location">Where the caller is.</param>
/// <param name="Narrative">What is typed while the caller speaks.</param>
/// <param name="IncidentId">The incident that it is joined to.</param>
/// <param name="Disposition">What was made of it.</param>
/// <param name="Clocks">Its clocks.</param>
/// <param name="Version">How many events it has.</param>
[GenerateSerializer, Immutable, Alias("tocsin.CallView")]
public sealed record CallView(
    [property: Id(0)] CallId Id,
    [property: Id(1)] CallStatus Status,
    [property: Id(2)] string? CallerNumber,
    [property: Id(3)] string? Line,
    [property: Id(4)] DateTimeOffset? RingingAt,
    [property: Id(5)] DateTimeOffset? AnsweredAt,
    [property: Id(6)] DateTimeOffset? EndedAt,
    [property: Id(7)] Location? Location,
    [property: Id(8)] string? Narrative,
    [property: Id(9)] IncidentId? IncidentId,
    [property: Id(10)] DispositionView? Disposition,
    [property: Id(11)] IReadOnlyList<ClockView> Clocks,
    [property: Id(12)] int Version);
