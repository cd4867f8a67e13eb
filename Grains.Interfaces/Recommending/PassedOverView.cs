using Tocsin.Identity;

namespace Tocsin.Recommending;

/// <summary>A unit that would be there before one that is offered, and is not.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="EtaSeconds">When it would arrive.</param>
/// <param name="DistanceMeters">Its estimated way.</param>
/// <param name="Reasons">Why it is not offered, in words.</param>
/// <param name="Why">The same, for programs.</param>
public sealed record PassedOverView(
    UnitId UnitId,
    int EtaSeconds,
    int DistanceMeters,
    IReadOnlyList<string> Reasons,
    IReadOnlyList<Reason> Why);
