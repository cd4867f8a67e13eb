using Tocsin.Identity;

namespace Tocsin.Stations;

/// <summary>
/// One step of a retirement, which the station's grain makes of <see cref="RetireStation"/>: some open incidents go to the successor.
/// </summary>
/// <param name="Command">The command.</param>
/// <param name="Incidents">The incidents to hand over; those that are closed or somebody else's by now are passed over.</param>
/// <param name="Last">Whether the station is retired in this step.</param>
internal sealed record Retirement(RetireStation Command, IReadOnlyList<IncidentId> Incidents, bool Last) : StationCommand
{
    /// <summary>The command that also says what kind of party it is; null: none does.</summary>
    public RegisterBody? Body { get; init; }
}
