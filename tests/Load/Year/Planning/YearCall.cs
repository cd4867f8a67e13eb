namespace Tocsin.Tests.Load.Year.Planning;

/// <summary>A call as it comes in and what is made of it.</summary>
/// <param name="Index">Its place among the year's calls.</param>
/// <param name="RangAt">When it rang: the call's receipt.</param>
/// <param name="AnsweredAt">When it was answered; null: never.</param>
/// <param name="Kind">What was made of it in the end; null: nothing yet.</param>
/// <param name="Incident">The incident that it is joined to; null: none.</param>
/// <param name="FirstKind">What was made of it at first and turned out wrong; null: nothing.</param>
public sealed record YearCall(
    int Index, DateTimeOffset RangAt, DateTimeOffset? AnsweredAt, string? Kind, YearIncident? Incident = null, string? FirstKind = null);
