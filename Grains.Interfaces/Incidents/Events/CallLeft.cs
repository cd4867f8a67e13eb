using Tocsin.Calls;
using Tocsin.Identity;

namespace Tocsin.Incidents;

/// <summary>A call was disposed of otherwise.</summary>
/// <param name="CallId">The call.</param>
/// <param name="Kind">What it was joined as.</param>
public sealed record CallLeft(
    CallId CallId,
    DispositionKind Kind) : IncidentEvent;
