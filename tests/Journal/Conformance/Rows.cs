using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>Narrow rows and queries with sensible values, to be changed by <c>with</c>.</summary>
public static class Rows
{
    public static IncidentQuery AllIncidents { get; } = new(null, null, null, null, null, null, null, null, 201);

    public static CallQuery AllCalls { get; } = new(null, null, null, null, null, 201);

    public static IncidentRow Incident(string id) => new(
        IncidentId.Of(id), "260504-" + id, true, "theft", 2, "north", false, Draft.Noon, null, null, null, null, null, null, null,
        $"260504-{id}\ntheft");

    public static ResponseRow Response(string incident, int ordinal, string unit) => new(
        IncidentId.Of(incident), ordinal, UnitId.Of(unit), "north", true, Draft.Noon.AddSeconds(60), null, null, null, null, null);

    public static CallRow Call(string id) => new(CallId.Of(id), 1, Draft.Noon, null, null, "a call");
}
