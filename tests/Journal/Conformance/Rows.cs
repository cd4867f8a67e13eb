using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>Narrow rows and queries with sensible values, to be changed by <c>with</c>.</summary>
public static class Rows
{
    public static ListQuery AllIncidents { get; } = new(StreamKind.Incident, 201);

    public static ListQuery AllUnits { get; } = new(StreamKind.Unit, 201) { Order = ListOrder.ById };

    public static IncidentRow Incident(string id) => new(
        IncidentId.Of(id), "260504-" + id, true, "theft", 2, "north", false, Draft.Noon, null, null, null, null, null, null, null,
        $"260504-{id}\ntheft");

    public static ResponseRow Response(string incident, int ordinal, string unit) => new(
        IncidentId.Of(incident), ordinal, UnitId.Of(unit), "north", true, Draft.Noon.AddSeconds(60), null, null, null, null, null);

    public static CallRow Call(string id) => new(CallId.Of(id), 1, Draft.Noon, null, null, "a call");
}
