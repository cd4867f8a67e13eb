using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Tocsin.Background;

namespace Tocsin.Versions;

/// <summary>
/// What every active silo reads. Each silo is asked once; one that does not know the question, or does not answer, counts as <see
/// cref="Readables.Baseline"/> until it answers. So a new kind is written only once all know it, in whatever order silos are replaced, and
/// again not after one is rolled back.
/// </summary>
internal sealed partial class ClusterReadables(
    OwnReadables own,
    VersionServiceClient services,
    ISiloStatusOracle silos,
    ILocalSiloDetails self,
    TimeProvider time,
    ILogger<ClusterReadables> logger)
    : MembershipService(silos, time), IClusterReadables
{
    /// <summary>How often a silo that has not answered is asked again.</summary>
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(2);

    /// <summary>How long a silo's answer is waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<SiloAddress, Readables> _known = new();
    private volatile Readables _common = own.Value;
    private volatile bool _readsAll = true;
    private volatile TaskCompletionSource _asked = NewAsked();

    /// <inheritdoc/>
    public bool ReadsAll => _readsAll;

    /// <inheritdoc/>
    public async ValueTask<Readables> CommonAsync()
    {
        // Who came a moment ago is being asked: its answer decides, not the guess.
        var asked = _asked.Task;
        if (!asked.IsCompleted)
            await asked.WaitAsync(Patience, Time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return _common;
    }

    /// <inheritdoc/>
    public SiloAddress? FindReader(string name) =>
        Others().Find(silo => _known.TryGetValue(silo, out var readables) && readables.NewestForm(name) > 0);

    /// <inheritdoc/>
    protected override void Changed(SiloStatus status)
    {
        if (status == SiloStatus.Active)
            Work();
    }

    /// <inheritdoc/>
    protected override async Task<TimeSpan> RoundAsync(CancellationToken stoppingToken)
    {
        await AskAsync();
        return AskAgainAfter;
    }

    private static TaskCompletionSource NewAsked() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private List<SiloAddress> Others() =>
        [.. Silos.GetApproximateSiloStatuses(onlyActive: true).Keys.Where(s => !s.Equals(self.SiloAddress))];

    private async Task AskAsync()
    {
        var asked = _asked;
        var unknown = Others().Where(s => !_known.ContainsKey(s)).ToList();
        await Task.WhenAll(unknown.Select(AskAsync));
        foreach (var gone in _known.Keys.Except(Others()).ToList())
            _known.TryRemove(gone, out _);
        Work();
        asked.TrySetResult();
    }

    private async Task AskAsync(SiloAddress silo)
    {
        try
        {
            _known[silo] = await services.At(silo).Readable().WaitAsync(Patience, Time);
        }
        catch (TypeLoadException)
        {
            // An older program does not know the question: it never will.
            _known[silo] = Readables.Baseline;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            LogNotAnswered(silo.ToString(), exception.Message);
        }
    }

    private void Work()
    {
        var others = Others();
        if (others.Exists(s => !_known.ContainsKey(s)) && _asked.Task.IsCompleted)
            _asked = NewAsked();
        var common = others.Aggregate(own.Value, (all, silo) => all.And(_known.GetValueOrDefault(silo, Readables.Baseline)));
        var readsAll = own.Value.Forms.All(f => common.Reads(f.Key, f.Value));
        if (readsAll != _readsAll)
            LogChanged(readsAll ? "reads" : "does not read");
        (_common, _readsAll) = (common, readsAll);
    }

    [LoggerMessage(2821, LogLevel.Information,
        "The cluster {Reads} everything that this silo writes; what a member cannot read is not written")]
    private partial void LogChanged(string reads);

    [LoggerMessage(2822, LogLevel.Information,
        "Silo {Silo} did not say what it reads ({Reason}); it counts as the oldest supported version until it does")]
    private partial void LogNotAnswered(string silo, string reason);
}
