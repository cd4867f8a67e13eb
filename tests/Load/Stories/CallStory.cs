using Tocsin.Tests.Load.Contract;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Ledgers;

namespace Tocsin.Tests.Load.Stories;

/// <summary>
/// The life of one call: answered, written down, and disposed of, or made an incident that units are sent to and
/// that is followed to its closure.
/// </summary>
/// <param name="send">Waits as long as the deed says, sends it, and answers what it made or changed.</param>
/// <param name="moments">The times of the reports.</param>
/// <param name="delays">How long people take.</param>
/// <param name="random">The run of chance.</param>
public sealed class CallStory(Func<Deed, Task<Reply>> send, Moments moments, Delays delays, Random random)
{
    private static readonly string[] Kinds = ["inquiry", "nuisance", "falseReport", "test"];
    private static readonly string[] Categories = ["Medical Incident", "Traffic Collision", "Theft", "Dispute", "Alarm"];

    /// <summary>A call that becomes nothing more.</summary>
    /// <exception cref="StoryEndedException">A deed was refused or never settled.</exception>
    public async Task CallOnlyAsync()
    {
        var call = await CallAsync();
        var at = moments.Next();
        await DoAsync(new Deed(
            "dispose of call",
            delays.Between(1, 4, random),
            HttpMethod.Post,
            $"/calls/{call}/disposition",
            new { kind = Kinds[random.Next(Kinds.Length)], note = "load" },
            at,
            _ => [new($"call/{call}", "CallDisposed", null, AnyTime: true)]));
    }

    /// <summary>A call that becomes an incident, handled by <paramref name="units"/> from assignment to closure.</summary>
    /// <exception cref="StoryEndedException">A deed was refused or never settled.</exception>
    public async Task IncidentAsync(IReadOnlyList<string> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        var call = await CallAsync();
        var at = moments.Next();
        var incident = (await DoAsync(new Deed(
            "make incident",
            delays.Between(1, 3, random),
            HttpMethod.Post,
            "/incidents",
            new
            {
                callId = call,
                category = Categories[random.Next(Categories.Length)],
                priority = random.Next(1, 5),
                location = Place(),
                occurredAt = Wire.Time(at),
            },
            at,
            id =>
            [
                new($"incident/{id}", "IncidentCreated", null),
                new($"incident/{id}", "CallJoined", null, AnyTime: true),
                new($"call/{call}", "CallDisposed", null, AnyTime: true),
            ]))).Read<IncidentView>().Id;

        at = moments.Next();
        await DoAsync(new Deed(
            "assign",
            delays.Between(1, 3, random),
            HttpMethod.Post,
            $"/incidents/{incident}/assignments",
            new { unitIds = units, occurredAt = Wire.Time(at) },
            at,
            _ =>
            [
                .. units.Select(u => new Claim($"incident/{incident}", "UnitAssigned", u)),
                .. units.Select(u => new Claim($"unit/{u}", "Assigned", null)),
            ]));
        foreach (var unit in units)
            await ProgressAsync(incident, unit, "acknowledged", "UnitAcknowledged", 0.5, 1.5, "Progressed");
        foreach (var unit in units)
            await ProgressAsync(incident, unit, "enRoute", "UnitEnRoute", 1, 3, "Progressed");
        foreach (var unit in units)
            await ProgressAsync(incident, unit, "onScene", "UnitOnScene", 3, 6, "Progressed");

        at = moments.Next();
        await DoAsync(new Deed(
            "feedback",
            delays.Between(2, 5, random),
            HttpMethod.Post,
            $"/incidents/{incident}/feedback",
            new { unitId = units[0], outcome = "settled", narrative = "load", occurredAt = Wire.Time(at) },
            at,
            _ => [new($"incident/{incident}", "FeedbackGiven", units[0])]));
        foreach (var unit in units)
            await ProgressAsync(incident, unit, "cleared", "UnitCleared", 0.5, 1.5, "Released");
        at = moments.Next();
        await DoAsync(new Deed(
            "close",
            delays.Between(0.5, 1.5, random),
            HttpMethod.Post,
            $"/incidents/{incident}/closure",
            new { disposition = "settled", occurredAt = Wire.Time(at) },
            at,
            _ => [new($"incident/{incident}", "IncidentClosed", null)]));
    }

    private async Task<string> CallAsync()
    {
        var at = moments.Next();
        var call = (await DoAsync(new Deed(
            "take call",
            TimeSpan.Zero,
            HttpMethod.Post,
            "/calls",
            new { ringingAt = Wire.Time(at.AddSeconds(-3)), answeredAt = Wire.Time(at) },
            at,
            id => [new($"call/{id}", "CallReceived", null, AnyTime: true)]))).Read<CallView>().Id;
        await DoAsync(new Deed(
            "type narrative",
            delays.Between(1, 3, random),
            HttpMethod.Patch,
            $"/calls/{call}",
            new { narrative = "what the caller says, as it is typed" },
            at,
            _ => [new($"call/{call}", "CallChanged", null, AnyTime: true)]));
        return call;
    }

    private Task<Reply> ProgressAsync(string incident, string unit, string stage, string kind, double least, double most, string twin)
    {
        var at = moments.Next();
        return DoAsync(new Deed(
            stage,
            delays.Between(least, most, random),
            HttpMethod.Post,
            $"/incidents/{incident}/assignments/{unit}/progress",
            new { stage, occurredAt = Wire.Time(at) },
            at,
            _ => [new($"incident/{incident}", kind, unit), new($"unit/{unit}", twin, null)]));
    }

    private async Task<Reply> DoAsync(Deed deed)
    {
        var reply = await send(deed);
        return reply.Ok ? reply : throw new StoryEndedException($"{deed.Name}: {reply.Status} {reply.Code}");
    }

    // On the ground of the demo roster, which an embedded gateway has: a place far from every station is refused.
    private PlaceView Place() => new(36.50 + (random.NextDouble() * 0.1), 113.00 + (random.NextDouble() * 0.1), "load");
}
