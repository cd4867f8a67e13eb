using System.Collections.Frozen;
using Tocsin.Identity;

namespace Tocsin.Recommending;

/// <summary>All units on duty and all open incidents at one moment; immutable.</summary>
/// <param name="Units">The units on duty, in no order.</param>
/// <param name="Incidents">The open incidents.</param>
internal sealed record DutyPicture(DutyUnit[] Units, IReadOnlyDictionary<IncidentId, OpenIncident> Incidents)
{
    /// <summary>Nobody and nothing.</summary>
    public static DutyPicture Empty { get; } = new([], FrozenDictionary<IncidentId, OpenIncident>.Empty);
}
