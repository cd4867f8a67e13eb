using Tocsin.Tests.Load.Stories;
using Tocsin.Tests.Load.Year.Planning;

namespace Tocsin.Tests.Load.Year.Running;

/// <summary>The stories of a year: each call and each incident from its first command to its last.</summary>
public sealed class YearStories
{
    private readonly YearSender sender;
    private readonly TaskCompletionSource<string?>[] made;
    private readonly TaskCompletionSource[] over;

    /// <summary>The stories of <paramref name="plan"/>, none of them begun.</summary>
    public YearStories(YearPlan plan, YearSender sender)
    {
        ArgumentNullException.ThrowIfNull(plan);
        this.sender = sender;
        made = [.. plan.Incidents.Select(_ => new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously))];
        over = [.. plan.Incidents.Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))];

        // A call that makes an incident is the beginning of that incident's story.
        Func<Task> Call(YearCall call) => () => CallAsync(call);
        Func<Task> Incident(YearIncident incident) => () => IncidentAsync(incident);
        InOrder = [.. plan.Calls.Where(c => c.Kind != "incident").Select(c => (c.RangAt, Begin: Call(c)))
            .Concat(plan.Incidents.Select(i => (i.ReceivedAt, Begin: Incident(i)))).OrderBy(s => s.Item1).Select(s => s.Begin)];
    }

    /// <summary>All of them, in order of time: each waits for none but earlier ones.</summary>
    public IReadOnlyList<Func<Task>> InOrder { get; }

    /// <summary>The incidents' ids; null: not made.</summary>
    public IReadOnlyList<string?> Ids => [.. made.Select(m => m.Task is { IsCompletedSuccessfully: true } task ? task.Result : null)];

    private async Task CallAsync(YearCall call)
    {
        var id = (await sender.SendAsync("call", $"c{call.Index}", YearRequests.Ring(call))).Word;
        if (call.FirstKind is { } first)
            await sender.SendAsync("dispose", $"c{call.Index}.first", YearRequests.Dispose(id, first, null));
        var incident = call.Incident is { } about
            ? await made[about.Index].Task ?? throw new StoryEndedException("Its incident was not made.")
            : null;
        if (call.Kind is { } kind)
            await sender.SendAsync("dispose", $"c{call.Index}.kind", YearRequests.Dispose(id, kind, incident));
    }

    private async Task IncidentAsync(YearIncident incident)
    {
        try
        {
            var id = await MakeAsync(incident);
            made[incident.Index].SetResult(id);

            // Its units are free once these are over.
            await Task.WhenAll(incident.After.Select(before => over[before.Index].Task));
            foreach (var step in YearStep.Of(incident))
                await sender.SendAsync(step.Kind, $"i{incident.Index}.{step.Key}", step.Request(id));
        }
        finally
        {
            made[incident.Index].TrySetResult(null);
            over[incident.Index].SetResult();
        }
    }

    private async Task<string> MakeAsync(YearIncident incident)
    {
        string? call = null;
        if (incident.Call is { } told)
        {
            call = (await sender.SendAsync("call", $"c{told.Index}", YearRequests.Ring(told))).Word;
            if (told.FirstKind is { } first)
                await sender.SendAsync("dispose", $"c{told.Index}.first", YearRequests.Dispose(call, first, null));
        }

        return (await sender.SendAsync("make", $"i{incident.Index}.make", YearRequests.Make(incident, call))).Word;
    }
}
