namespace Tocsin.Probing;

/// <summary>Carries out steps, each at the next gateway in turn, and measures every attempt as a dispatcher would experience it.</summary>
/// <param name="gateways">The gateways.</param>
/// <param name="metrics">Counts the attempts.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Logs failures.</param>
internal sealed partial class ProbeDesk(
    IReadOnlyList<ProbeClient> gateways, ProbeMetrics metrics, TimeProvider time, ILogger<ProbeDesk> logger)
{
    private int _turn;

    /// <summary>Attempts a step at the next gateway only, so that each gateway is checked.</summary>
    public Task<ProbeReply> OnceAsync(string step, ProbeRequest request, CancellationToken stop) => TryAsync(step, Next(), request, stop);

    /// <summary>
    /// Attempts a step at each gateway in turn until one has done it, as a console does; a refusal by a rule would be the same everywhere.
    /// </summary>
    /// <returns>The last answer.</returns>
    public async Task<ProbeReply> DoAsync(string step, ProbeRequest request, CancellationToken stop)
    {
        var reply = ProbeReply.None;
        for (var i = 0; i < gateways.Count && !stop.IsCancellationRequested; i++)
        {
            reply = await TryAsync(step, Next(), request, stop);
            if (reply.IsSettled)
                return reply;
        }

        return reply;
    }

    /// <summary>Opens the feed of the next gateway that has one; null when none has.</summary>
    public async Task<FeedListener?> ListenAsync(string kind, CancellationToken stop)
    {
        for (var i = 0; i < gateways.Count && !stop.IsCancellationRequested; i++)
        {
            var gateway = Next();
            var started = time.GetTimestamp();
            using var timeout = new StepTimeout(time, stop);
            if (await gateway.ListenAsync(kind, timeout.Token) is { } feed)
                return feed;
            Count(ProbeSteps.Feed, gateway, ProbeReply.None, time.GetElapsedTime(started), stop);
        }

        return null;
    }

    /// <summary>Waits for the event of an exercise that was just created.</summary>
    public async Task WaitForEventAsync(FeedListener feed, string incident, CancellationToken stop)
    {
        var started = time.GetTimestamp();
        using var timeout = new StepTimeout(time, stop);
        var heard = await feed.WaitForAsync(incident, timeout.Token);
        Count(ProbeSteps.Feed, null, heard ? new ProbeReply(StatusCodes.Status200OK) : ProbeReply.None, time.GetElapsedTime(started), stop);
    }

    private async Task<ProbeReply> TryAsync(string step, ProbeClient gateway, ProbeRequest request, CancellationToken stop)
    {
        var started = time.GetTimestamp();
        using var timeout = new StepTimeout(time, stop);
        var reply = await gateway.AskAsync(request, timeout.Token);
        var missing = request.MayBeMissing && reply.Status == StatusCodes.Status404NotFound;
        Count(step, gateway, missing ? new ProbeReply(StatusCodes.Status200OK) : reply, time.GetElapsedTime(started), stop);
        return reply;
    }

    private void Count(string step, ProbeClient? gateway, ProbeReply reply, TimeSpan took, CancellationToken stop)
    {
        // An attempt that was cancelled because the probe stops is not the gateway's failure.
        if (stop.IsCancellationRequested && !reply.IsDone)
            return;
        var outcome = StepOutcome.Of(reply.IsDone, took);
        metrics.Tried(step, outcome, took);
        if (outcome != StepOutcome.Done)
            LogFailure(step, outcome, took.TotalSeconds, gateway?.Address.Authority ?? "the feed", reply.Status, reply.Code);
    }

    private ProbeClient Next() => gateways[_turn++ % gateways.Count];

    [LoggerMessage(4201, LogLevel.Warning, "Step {Step} {Outcome} after {Seconds:0.000} s at {Gateway}: {Status} {Code}")]
    private partial void LogFailure(string step, string outcome, double seconds, string gateway, int status, string code);
}
