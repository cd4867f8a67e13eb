using Tocsin.Tests.Load.Contract;
using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Replay.Comparing;
using Tocsin.Tests.Load.Replay.Planning;
using Tocsin.Tests.Load.Replay.Reading;
using Tocsin.Tests.Load.Replay.Running;

namespace Tocsin.Tests.Load.Replay;

/// <summary>A replay from the file's rows to the list of differences.</summary>
public sealed class ReplayRun(TocsinClient client, ReplayOptions options, TimeProvider clock)
{
    /// <summary>Sends everything, reads everything back, compares.</summary>
    /// <exception cref="ReplayInterruptedException">The server was away for too long, or the tokens do not suffice.</exception>
    public async Task<ReplayResult> RunAsync(Readings readings, IReplayProgress progress, CancellationToken stop)
    {
        var plan = Planner.Plan(readings.Rows, clock.GetUtcNow());
        var outcomes = new Outcomes(plan);
        var held = await HeldAsync(plan, stop);

        var started = clock.GetTimestamp();
        var sender = new StepSender(client, options.Run, outcomes);
        var first = plan.Steps.Count > 0 ? plan.Steps[0].Order.At : DateTimeOffset.UnixEpoch;
        progress.Begin("sending", plan.Steps.Count);
        using (var runner = new Runner(plan, sender.SendAsync, outcomes, new Pace(options.Speed, first, clock), options.Concurrency, clock))
            await runner.RunAsync((_, outcome) => progress.One(outcome.Carried), stop);
        var took = clock.GetElapsedTime(started);

        started = clock.GetTimestamp();
        var ids = plan.Incidents.Select(outcomes.IdOf).OfType<string>().ToList();
        var carried = ReportCheck.OfCarried(plan, outcomes);
        var (from, to) = Range(plan);
        progress.Begin("reading back", ids.Count + plan.Units.Count);
        var read = await new Reader(client, options.Concurrency)
            .ReadAsync(ids, [.. plan.Units.Select(u => u.Id)], from, to, () => progress.One(true), stop);
        var differences = new Comparer(plan, outcomes, read).Compare().ToList();
        if (plan.Incidents.Count > 0)
        {
            differences.AddRange(
                await new ReportCheck(client).CompareAsync([.. carried, .. ReportCheck.OfOthers(read.Others)], from, to, stop));
        }

        IReadOnlyList<NotCarried> notCarried = [.. readings.NotCarried, .. plan.NotCarried, .. Refused(plan, outcomes)];
        return new ReplayResult(
            readings, plan, outcomes, [.. notCarried.OrderBy(n => n.Line)], differences, read, took, clock.GetElapsedTime(started), held);
    }

    private static (DateTimeOffset From, DateTimeOffset To) Range(ReplayPlan plan) => plan.Incidents.Count == 0
        ? (DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch)
        : (plan.Incidents.Min(i => i.ReceivedAt), plan.Incidents.Max(i => i.ReceivedAt).AddSeconds(1));

    private async Task<int> HeldAsync(ReplayPlan plan, CancellationToken stop)
    {
        var held = 0;
        await Parallel.ForEachAsync(
            plan.Units,
            new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency, CancellationToken = stop },
            async (unit, ct) =>
            {
                var reply = await client.GetAsync($"/units/{unit.Id}", Role.Auditor, ct);
                if (!reply.Settled)
                    throw new ReplayInterruptedException($"{client.Address} does not answer ({reply.Code}).");
                if (reply.Status is 401 or 403)
                    throw new ReplayInterruptedException($"{client.Address} answers {reply.Status}: this token may not read units.");
                if (reply.Ok && reply.Read<UnitView>().IncidentId is not null)
                    Interlocked.Increment(ref held);
            });
        return held;
    }

    private IEnumerable<NotCarried> Refused(ReplayPlan plan, Outcomes outcomes)
    {
        foreach (var step in plan.Steps)
        {
            if (outcomes[step] is not { Carried: false } outcome)
                continue;
            var value = step.Kind switch
            {
                StepKind.Register or StepKind.StartDuty => step.Unit!.Id,
                StepKind.TakeCall or StepKind.JoinCall => step.Call!.Number,
                StepKind.Close => step.Incident!.Disposition,
                StepKind.MakeIncident => step.Incident!.Category,
                _ => $"{TimeZoneInfo.ConvertTime(step.OccurredAt, options.Zone):yyyy-MM-dd HH:mm:ss}",
            };
            yield return new NotCarried(
                step.Line,
                step.Incident?.Number ?? string.Empty,
                step.Unit?.Id ?? step.Response?.Row.Unit ?? string.Empty,
                step.Field,
                value,
                outcome.Code!,
                outcome.Detail);
        }
    }
}
