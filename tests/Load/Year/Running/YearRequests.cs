using System.Globalization;
using Tocsin.Tests.Load.Contract;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Year.Planning;

namespace Tocsin.Tests.Load.Year.Running;

/// <summary>The requests of a year that is over: each says when it happened.</summary>
public static class YearRequests
{
    /// <summary>A unit is registered.</summary>
    public static Request Register(YearUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var pen = Pen.Begin().With("callSign", unit.Id).With("kind", "patrol").With("station", unit.Station).With("home", unit.Home, null);
        pen.Json.WriteStartArray("capabilities");
        pen.Json.WriteEndArray();
        return new(HttpMethod.Put, $"/units/{unit.Id}", Role.Admin, pen.End());
    }

    /// <summary>It goes on or off duty.</summary>
    public static Request Duty(YearUnit unit, bool on, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var pen = Pen.Begin();
        pen.Json.WriteBoolean("onDuty", on);
        return Post($"/units/{unit.Id}/duty", Role.Dispatcher, pen.With("occurredAt", Wire.Time(at)).End());
    }

    /// <summary>A call comes in. The number is nobody's.</summary>
    public static Request Ring(YearCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        var pen = Pen.Begin()
            .With("callerNumber", call.Index.ToString("00000000000", CultureInfo.InvariantCulture))
            .With("line", $"110-{(call.Index % 6) + 1}")
            .With("ringingAt", Wire.Time(call.RangAt));
        if (call.AnsweredAt is { } answered)
            pen.With("answeredAt", Wire.Time(answered));
        return Post("/calls", Role.Feeder, pen.End(), AnswerPart.Id);
    }

    /// <summary>It is disposed of, and joins an incident where one is given.</summary>
    public static Request Dispose(string call, string kind, string? incident)
    {
        var pen = Pen.Begin().With("kind", kind);
        if (incident is not null)
            pen.With("incidentId", incident);
        return Post($"/calls/{call}/disposition", Role.CallTaker, pen.End());
    }

    /// <summary>An incident is made, of a call or of what a patrol found.</summary>
    public static Request Make(YearIncident incident, string? call)
    {
        ArgumentNullException.ThrowIfNull(incident);
        var pen = Pen.Begin()
            .With("category", incident.Category.Name)
            .With("priority", incident.Priority)
            .With("narrative", "what the caller said")
            .With("occurredAt", Wire.Time(incident.ReceivedAt));
        if (call is not null)
            pen.With("callId", call);
        if (incident.Place is { } place)
            pen.With("location", place, "太行路");
        if (incident.Station is { } station)
            pen.With("station", station);
        pen.Json.WriteBoolean("exercise", incident.Exercise);
        return Post("/incidents", Role.Dispatcher, pen.End(), AnswerPart.Id);
    }

    /// <summary>Units are sent.</summary>
    public static Request Assign(string incident, IEnumerable<string> units, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(units);
        var pen = Pen.Begin();
        pen.Json.WriteStartArray("unitIds");
        foreach (var unit in units)
            pen.Json.WriteStringValue(unit);
        pen.Json.WriteEndArray();
        return Post($"/incidents/{incident}/assignments", Role.Dispatcher, pen.With("occurredAt", Wire.Time(at)).End());
    }

    /// <summary>A unit's progress on the assignment with this number: a wrong clock tells of times before it.</summary>
    public static Request Progress(string incident, string unit, int assignment, string stage, DateTimeOffset at) =>
        Post(
            $"/incidents/{incident}/assignments/{unit}/progress",
            Role.Dispatcher,
            Pen.Begin().With("stage", stage).With("assignment", assignment).With("occurredAt", Wire.Time(at)).End());

    /// <summary>What a unit found and did.</summary>
    public static Request Feedback(string incident, string unit, YearFeedback feedback)
    {
        ArgumentNullException.ThrowIfNull(feedback);
        var pen = Pen.Begin().With("unitId", unit).With("outcome", "settled").With("narrative", "what the unit found, and what it did");
        pen.Json.WriteStartObject("results");
        foreach (var (word, number) in feedback.Results)
            pen.Json.WriteNumber(word, number);
        pen.Json.WriteEndObject();
        return Post($"/incidents/{incident}/feedback", Role.Dispatcher, pen.With("occurredAt", Wire.Time(feedback.At)).End());
    }

    /// <summary>An incident is over.</summary>
    public static Request Close(string incident, DateTimeOffset at) =>
        Post(
            $"/incidents/{incident}/closure",
            Role.Dispatcher,
            Pen.Begin().With("disposition", "settled").With("occurredAt", Wire.Time(at)).End());

    private static Request Post(string path, Role role, byte[] body, AnswerPart part = AnswerPart.Nothing) =>
        new(HttpMethod.Post, path, role, body, part);
}
