using Tocsin.Directives;
using Tocsin.Quality;

namespace Tocsin.Incidents;

// After the closure

/// <summary>
/// Writes down that the caller of a closed incident was asked 回访, or that somebody tried. Where he is dissatisfied, a directive
/// <c>rectify</c> goes to the owner of the incident, else to its station.
/// </summary>
/// <remarks>
/// Refused with <c>wrongStage</c> while the incident is open, with <c>limitReached</c> when it has
/// <see cref="QualityLimits.CallBacksPerIncident"/>, and with <c>incomplete</c> when the caller is dissatisfied and there is no station to
/// put it right.
/// </remarks>
/// <param name="DirectiveId">The id of the directive that may come of it; it follows from the command's own.</param>
/// <param name="Way">How the caller was asked.</param>
/// <param name="Reached">Whether he was reached.</param>
/// <param name="Satisfaction">What he thinks of what was done; null where he was not reached, or did not say.</param>
/// <param name="About">What the answer is about, each once; none where he was not reached.</param>
/// <param name="Note">A note of 1 to 500 characters, or null.</param>
/// <param name="OccurredAt">
/// When it happened, as the device saw it; UTC, cut to whole milliseconds. Not before 2000-01-01, and at most 5 s ahead
/// (<c>occurredAtInFuture</c>). Null, the default, means now.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.MakeCallBack")]
public sealed record MakeCallBack(
    [property: Id(0)] DirectiveId DirectiveId,
    [property: Id(1)] CallBackWay Way,
    [property: Id(2)] bool Reached,
    [property: Id(3)] Satisfaction? Satisfaction,
    [property: Id(4)] IReadOnlyList<CallBackTopic> About,
    [property: Id(5)] string? Note,
    [property: Id(6)] DateTimeOffset? OccurredAt) : IncidentCommand;

/// <summary>Reviews the record of an incident, open or closed; see <see cref="IReview"/>.</summary>
/// <param name="DirectiveId">The id of the directive that may come of it; it follows from the command's own.</param>
/// <param name="Content">What the reviewer says.</param>
/// <param name="OccurredAt">As in <see cref="MakeCallBack"/>.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ReviewIncident")]
public sealed record ReviewIncident(
    [property: Id(0)] DirectiveId DirectiveId,
    [property: Id(1)] ReviewContent Content,
    [property: Id(2)] DateTimeOffset? OccurredAt) : IncidentCommand, IReview;
