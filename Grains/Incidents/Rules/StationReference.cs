using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Stations;

namespace Tocsin.Incidents;

/// <summary>A station or body that a command names must be registered, and not retired.</summary>
internal static class StationReference
{
    /// <summary>A refusal, or null when it may be named.</summary>
    /// <param name="station">The station as it is.</param>
    /// <param name="field">The field that names it.</param>
    public static Refusal? Check(StationState station, string field) => station switch
    {
        { Version: 0 } => Refusals.UnknownReference(field, $"There is no station {station.Id}."),
        { Retired: true } => Refusals.UnknownReference(field, $"Station {station.Id} is retired."),
        _ => null,
    };
}
