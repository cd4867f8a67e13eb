using Tocsin.Calls;
using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>A call that is joined to an incident.</summary>
/// <param name="Id">The call.</param>
/// <param name="Kind">As what: Incident or Duplicate.</param>
/// <param name="AnsweredAt">When it was answered, as known when it was joined.</param>
[GenerateSerializer, Immutable, Alias("tocsin.JoinedCall")]
public sealed record JoinedCall(
    [property: Id(0)] CallId Id,
    [property: Id(1)] DispositionKind Kind,
    [property: Id(2)] DateTimeOffset? AnsweredAt);
