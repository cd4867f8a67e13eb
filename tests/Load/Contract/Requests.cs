using Tocsin.Tests.Load.Http;

namespace Tocsin.Tests.Load.Contract;

/// <summary>
/// The requests of a load, as the contract writes them: the telephone exchange, the call-taker, the dispatcher, each with its own token.
/// </summary>
public static class Requests
{
    /// <summary>A call rings.</summary>
    public static Request Ring(string number, string line, DateTimeOffset at) =>
        Post(
            "/calls",
            Role.Feeder,
            Pen.Begin().With("callerNumber", number).With("line", line).With("ringingAt", Wire.Time(at)).End(),
            AnswerPart.Id);

    /// <summary>It is answered.</summary>
    public static Request Answering(string call) => Post($"/calls/{call}/answering", Role.Feeder, Pen.Begin().End());

    /// <summary>It is over.</summary>
    public static Request Ending(string call) => Post($"/calls/{call}/ending", Role.Feeder, Pen.Begin().End());

    /// <summary>What the caller says is typed.</summary>
    public static Request Type(string call, PointView place, string address, string narrative) =>
        new(
            HttpMethod.Patch,
            $"/calls/{call}",
            Role.CallTaker,
            Pen.Begin().With("location", place, address).With("narrative", narrative).End());

    /// <summary>It is disposed of.</summary>
    public static Request Dispose(string call, string kind) =>
        Post($"/calls/{call}/disposition", Role.CallTaker, Pen.Begin().With("kind", kind).End());

    /// <summary>It joins an incident that others have told of.</summary>
    public static Request Join(string call, string incident) =>
        Post($"/calls/{call}/disposition", Role.CallTaker, Pen.Begin().With("kind", "duplicate").With("incidentId", incident).End());

    /// <summary>Which open incidents it may tell of.</summary>
    public static Request Duplicates(PointView place, string category) =>
        new(
            HttpMethod.Get,
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"/incidents/duplicates?lat={place.Lat:0.000000}&lon={place.Lon:0.000000}&category={Uri.EscapeDataString(category)}"),
            Role.CallTaker,
            default,
            AnswerPart.IncidentIds);

    /// <summary>It becomes an incident, wherever the centre's stations are.</summary>
    public static Request Make(string call, string category, int priority, PointView place, string address) =>
        Post(
            "/incidents",
            Role.CallTaker,
            Pen.Begin()
                .With("callId", call)
                .With("category", category)
                .With("priority", priority)
                .With("location", place, address)
                .With("confirmed", true)
                .End(),
            AnswerPart.Id);

    /// <summary>Who should go.</summary>
    public static Request Recommend(string incident) =>
        new(HttpMethod.Get, $"/incidents/{incident}/recommendations?count=5", Role.Dispatcher, default, AnswerPart.UnitIds);

    /// <summary>Units are sent.</summary>
    public static Request Assign(string incident, IEnumerable<string> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        var pen = Pen.Begin();
        pen.Json.WriteStartArray("unitIds");
        foreach (var unit in units)
            pen.Json.WriteStringValue(unit);
        pen.Json.WriteEndArray();
        return Post($"/incidents/{incident}/assignments", Role.Dispatcher, pen.End());
    }

    /// <summary>A unit's progress; a unit's own refusal is passed on by the supervisor, whom alone the contract allows that.</summary>
    public static Request Progress(string incident, string unit, string stage) =>
        Post(
            $"/incidents/{incident}/assignments/{unit}/progress",
            stage == "declined" ? Role.Supervisor : Role.Dispatcher,
            Pen.Begin().With("stage", stage).End());

    /// <summary>What a unit found and did.</summary>
    public static Request Feedback(string incident, string unit) =>
        Post(
            $"/incidents/{incident}/feedback",
            Role.Dispatcher,
            Pen.Begin().With("unitId", unit).With("outcome", "settled").With("narrative", "what the unit found, and what it did").End());

    /// <summary>An incident is closed.</summary>
    public static Request Close(string incident, string disposition) =>
        Post($"/incidents/{incident}/closure", Role.Dispatcher, Pen.Begin().With("disposition", disposition).End());

    private static Request Post(string path, Role role, byte[] body, AnswerPart part = AnswerPart.Nothing) =>
        new(HttpMethod.Post, path, role, body, part);
}
