using Tocsin.Calls;
using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>A call was joined to it.</summary>
/// <param name="CallId">The call.</param>
/// <param name="Kind">Incident or Duplicate.</param>
/// <param name="AnsweredAt">When the call was answered.</param>
public sealed record CallJoined(
    CallId CallId,
    DispositionKind Kind,
    DateTimeOffset? AnsweredAt) : IncidentEvent;
