using Tocsin.Tests.Load.Contract;
using Tocsin.Tests.Load.Days;
using Tocsin.Tests.Load.Driving;
using Tocsin.Tests.Load.Fleets;

namespace Tocsin.Tests.Load.Stories;

/// <summary>
/// An incident that really was, lived again: received, and each of its units sent, off, there and free at its real moment. What the file
/// does not say (when the call was answered and typed, when a unit signed for it) is spread between the moments that it does.
/// </summary>
/// <param name="real">What happened.</param>
/// <param name="received">When it is received, on the load's agenda.</param>
/// <param name="desk">Who takes the call.</param>
/// <param name="fleet">Whom to send.</param>
public sealed class RealStory(RealIncident real, TimeSpan received, Desk desk, Fleet fleet)
{
    // Where in the time from receipt to the first dispatch the call-taker is; nobody knows, but in this order and by then.
    private const double Answered = 0.1, Typed = 0.5, Made = 0.75, Asked = 0.9;

    private const string Address = "太行路 12 号";

    private readonly TaskCompletionSource<string> made = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lives it.</summary>
    /// <exception cref="StoryEndedException">A request failed.</exception>
    public async Task LiveAsync()
    {
        try
        {
            var sent = real.Responses.Count > 0 ? real.Responses[0].Sent : TimeSpan.Zero;
            var call = await TakeAsync(desk, sent);
            var incident = (await desk.DoAtAsync(
                "make incident", received + (sent * Made), Requests.Make(call, real.Category, real.Priority, real.Place, Address))).Word;
            desk.Driver.Counts.Made();
            made.TrySetResult(incident);
            await Task.WhenAll(real.Responses.GroupBy(r => r.Sent).Select(g => SendAsync(desk.Fork(), incident, [.. g]))
                .Append(TelephoneStory.EndAsync(desk.Fork(), call)));
            var last = desk.Fork(desk.Driver.Agenda.Now);
            await last.DoAtAsync("close", received + real.Over, Requests.Close(incident, "settled"));
        }
        finally
        {
            made.TrySetException(new StoryEndedException("The incident was never made."));
            _ = made.Task.Exception;
        }
    }

    /// <summary>It was not begun: whoever calls about it waits for nothing.</summary>
    public void Abandon() => made.TrySetException(new StoryEndedException("The incident was not begun."));

    /// <summary>A further call about it, which joins it once it is made.</summary>
    /// <param name="other">Who takes the call.</param>
    /// <exception cref="StoryEndedException">A request failed.</exception>
    public async Task JoinAsync(Desk other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var call = (await other.DoAsync(
            "ring", TimeSpan.Zero, Requests.Ring(TelephoneStory.Number(other), TelephoneStory.Line(other), DateTimeOffset.UtcNow))).Word;
        await other.DoAsync("answer", TimeSpan.Zero, Requests.Answering(call));
        var likely = (await other.DoAsync("duplicates", TimeSpan.Zero, Requests.Duplicates(real.Place, real.Category))).Words;

        // Whoever calls before it is made waits for it; that is no latency of anything.
        if (!made.Task.IsCompleted)
        {
            await made.Task;
            other = other.Fork(other.Driver.Agenda.Now);
        }

        var incident = await made.Task;
        other.Driver.Counts.JoinedOne(likely.Contains(incident));
        await other.DoAsync("join", TimeSpan.Zero, Requests.Join(call, incident), expected: "incidentClosed");
        await TelephoneStory.EndAsync(other, call);
    }

    private async Task<string> TakeAsync(Desk taker, TimeSpan sent)
    {
        var call = (await taker.DoAsync(
            "ring", TimeSpan.Zero, Requests.Ring(TelephoneStory.Number(taker), TelephoneStory.Line(taker), DateTimeOffset.UtcNow))).Word;
        await taker.DoAtAsync("answer", received + (sent * Answered), Requests.Answering(call));
        await taker.DoAtAsync(
            "type", received + (sent * Typed), Requests.Type(call, real.Place, Address, "what the caller says, as it is typed"));
        return call;
    }

    // Those of one second go with one command.
    private async Task SendAsync(Desk dispatcher, string incident, RealResponse[] responses)
    {
        var sent = responses[0].Sent;
        var offered = (await dispatcher.DoAtAsync("recommend", received + (sent * Asked), Requests.Recommend(incident))).Words;
        var units = fleet.Take(responses.Length, offered);
        for (var missing = units.Count; missing < responses.Length; missing++)
            dispatcher.Driver.Counts.NoUnit();
        if (units.Count == 0)
            return;
        await dispatcher.DoAtAsync("assign", received + sent, Requests.Assign(incident, units.Select(u => u.Id)));
        await Task.WhenAll(units.Zip(responses, (unit, response) => LiveAsync(dispatcher.Fork(), incident, unit, response)));
    }

    private async Task LiveAsync(Desk crew, string incident, FleetUnit unit, RealResponse response)
    {
        var off = response.EnRoute ?? response.OnScene ?? response.Over;
        await crew.DoAtAsync("acknowledged", received + ((response.Sent + off) / 2), Requests.Progress(incident, unit.Id, "acknowledged"));
        if (response.EnRoute is { } enRoute)
            await crew.DoAtAsync("enRoute", received + enRoute, Requests.Progress(incident, unit.Id, "enRoute"));
        unit.Drive(real.Place, crew.Free, (response.OnScene ?? response.Over) - off);
        if (response.OnScene is { } onScene)
        {
            await crew.DoAtAsync("onScene", received + onScene, Requests.Progress(incident, unit.Id, "onScene"));
            await crew.DoAtAsync("feedback", received + ((onScene + response.Over) / 2), Requests.Feedback(incident, unit.Id));
        }

        await crew.DoAtAsync("cleared", received + response.Over, Requests.Progress(incident, unit.Id, "cleared"));
        fleet.Return([unit]);
    }
}
