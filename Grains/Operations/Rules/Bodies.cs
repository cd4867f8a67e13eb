using Tocsin.Commands;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Stations;

namespace Tocsin.Operations;

/// <summary>The stations and bodies that a command names.</summary>
internal static class Bodies
{
    /// <summary>A refusal that names the first that is not registered or is retired; null: there is none.</summary>
    /// <param name="named">Who is named.</param>
    /// <param name="field">The list that names them.</param>
    /// <param name="states">The stations among the states.</param>
    public static Refusal? Check(IReadOnlyList<StationId> named, string field, StateSet states) => named
        .Select((body, place) => StationReference.Check(states.Station(body), $"{field}[{place}]"))
        .FirstOrDefault(refusal => refusal is not null);
}
