using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tocsin.Background;
using Tocsin.Commands;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Reading;
using Tocsin.Watch;

namespace Tocsin.Calls;

/// <summary>
/// Looks whether the number of a caller who is to be called back was answered on another call, and says so to the call
/// (<see cref="NoteCallBack"/>). A silo looks after its share of the calls that are due; of each it first looks through all that came in
/// since, also after a restart, and then takes what the tail tells. A call's rule writes it once, whoever says it how often.
/// </summary>
internal sealed partial class CallBacks(
    IJournalTail tail,
    IJournalQueries queries,
    PersonalData personal,
    IGrainFactory grains,
    OwnShare share,
    TimeProvider time,
    ILogger<CallBacks> logger) : BackgroundService
{
    /// <summary>How many calls that are due are looked after at once, the newest first.</summary>
    public const int DueMax = 1_000;

    /// <summary>How many calls that came in since one are looked through, the newest first.</summary>
    public const int SinceMax = 2_000;

    /// <summary>How often it looks without being told of anything.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <summary>The shortest pause between two looks.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private static readonly HashSet<string> Told =
        [nameof(CallAnswered), nameof(CallChanged), nameof(CallEnded)];

    private readonly ConcurrentDictionary<CallId, bool> _heard = new();
    private readonly Bell _bell = new();

    // The calls that are due and were compared with everything that came in before this look.
    private HashSet<CallId> _compared = [];

    /// <inheritdoc/>
    public override void Dispose()
    {
        _bell.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var told = tail.Subscribe(Hear, _bell.Ring);
        while (!stoppingToken.IsCancellationRequested)
        {
            await _bell.WaitAsync(Interval, time, stoppingToken);
            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested || share.Now() is not { } own)
                continue;
            try
            {
                await LookAsync(own, stoppingToken);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // What it heard of is found again by looking through all that came in since.
                _compared = [];
                if (exception is not (JournalUnavailableException or OperationCanceledException))
                    LogFailed(exception);
            }
        }
    }

    private void Hear(IReadOnlyList<JournalEvent> events)
    {
        var heard = false;
        foreach (var happened in events)
        {
            if (happened.Stream.Kind != StreamKind.Call || !Told.Contains(happened.Kind))
                continue;
            _heard[CallId.Of(happened.Stream.Id)] = true;
            heard = true;
        }

        if (heard)
            _bell.Ring();
    }

    private async Task LookAsync(Func<StreamId, bool> own, CancellationToken stopping)
    {
        var heard = _heard.Keys.ToList();
        heard.ForEach(id => _heard.TryRemove(id, out _));
        var due = (await queries.ListAsync(new ListQuery(StreamKind.Call, DueMax) { AllKeys = [CallListing.CallBack] }, stopping))
            .Where(r => own(r.Row.Stream))
            .ToList();

        // One whose number was typed only now is compared with all again.
        var known = due.Select(r => CallId.Of(r.Row.Stream.Id)).Where(c => _compared.Contains(c) && !heard.Contains(c)).ToList();
        var compared = new HashSet<CallId>();
        var numbers = await NumbersAsync(known.Count > 0 && heard.Count > 0 ? [.. known, .. heard] : []);
        foreach (var call in known)
        {
            if (await CompareAsync(call, heard, numbers))
                compared.Add(call);
        }

        foreach (var row in due.Where(r => !known.Contains(CallId.Of(r.Row.Stream.Id))))
        {
            var (call, since) = (CallId.Of(row.Row.Stream.Id), await SinceAsync(row.At, stopping));
            if (await CompareAsync(call, since, await NumbersAsync([call, .. since])))
                compared.Add(call);
        }

        _compared = compared;
    }

    private async Task<Dictionary<CallId, string>> NumbersAsync(IReadOnlyList<CallId> calls)
    {
        var read = await personal.OfAsync([.. calls.Distinct().Select(c => c.Stream)]);
        var numbers = new Dictionary<CallId, string>();
        foreach (var stream in read.Keys)
        {
            if (CallerNumbers.Comparable(PersonalData.Text(read, stream)) is { } number)
                numbers.Add(CallId.Of(stream.Id), number);
        }

        return numbers;
    }

    private async Task<List<CallId>> SinceAsync(DateTimeOffset since, CancellationToken stopping) =>
        [.. (await queries.ListAsync(new ListQuery(StreamKind.Call, SinceMax) { From = since }, stopping))
            .Select(r => CallId.Of(r.Row.Stream.Id))];

    /// <summary>Says it where another call has the same number; false: it must be compared anew.</summary>
    private async Task<bool> CompareAsync(CallId call, List<CallId> others, Dictionary<CallId, string> numbers)
    {
        if (!numbers.TryGetValue(call, out var number))
            return true;
        var sure = true;
        foreach (var other in others)
        {
            if (other != call && numbers.GetValueOrDefault(other) == number)
                sure &= await SayAsync(call, other);
        }

        return sure;
    }

    private async Task<bool> SayAsync(CallId call, CallId other)
    {
        var answer = await grains.GetKnown<ICallGrain>(call.Value)
            .Execute(new NoteCallBack(other), new CommandContext(CommandId.New(), Actor.System, null, null));
        return answer.Refusal is null;
    }

    [LoggerMessage(2831, LogLevel.Error, "Calls that are to be called back could not be compared with later ones; it is tried again")]
    private partial void LogFailed(Exception exception);
}
