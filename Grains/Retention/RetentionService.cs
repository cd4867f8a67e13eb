using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tocsin.Background;
using Tocsin.Commands;
using Tocsin.Erasing;
using Tocsin.Identity;
using Tocsin.Projections;
using Tocsin.Watch;

namespace Tocsin.Retention;

/// <summary>
/// Erases what is older than the centre keeps it, field by field: things that are over are found by rows that follow the journal, and each
/// is erased by a command of the system, so that it stands in its trail. A silo does its share; a command that comes twice changes nothing.
/// Where nothing is configured it does nothing, and keeps no rows.
/// </summary>
internal sealed partial class RetentionService(
    IReadOnlyList<Kept> kinds,
    ProjectionRunner rows,
    IGrainFactory grains,
    OwnShare share,
    IOptions<RetentionOptions> options,
    RetentionMetrics metrics,
    TimeProvider time,
    ILogger<RetentionService> logger) : RepeatedService(Interval, time)
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    /// <summary>How many things of a kind are erased in one look: years of them crowd out nobody.</summary>
    public const int ErasedPerLook = 500;

    private IReadOnlyDictionary<ErasureField, TimeSpan> KeepTimes => options.Value.KeepTimes;

    /// <inheritdoc/>
    protected override async Task RoundAsync(CancellationToken stoppingToken)
    {
        if (KeepTimes.Count == 0 || share.Now() is not { } own)
            return;
        foreach (var kind in kinds)
        {
            try
            {
                await LookAsync(kind, own, stoppingToken);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                if (stoppingToken.IsCancellationRequested)
                    return;
                LogFailed(kind.Projection.Kind, exception.Message);
            }
        }
    }

    private async Task LookAsync(Kept kind, Func<StreamId, bool> own, CancellationToken stopping)
    {
        var now = Time.GetUtcNow();
        var due = new List<(StreamId Stream, IReadOnlyList<ErasureField> Fields, DateTimeOffset Before)>();
        await foreach (var row in rows.ReadAsync(kind.Projection, DateTimeOffset.UnixEpoch, now - KeepTimes.Values.Min(), stopping))
        {
            var (stream, left) = kind.Read(row);
            var old = left.Where(f => KeepTimes.TryGetValue(f, out var keep) && row.At < now - keep).ToList();
            if (old.Count == 0 || !own(stream))
                continue;
            due.Add((stream, old, now - old.Max(f => KeepTimes[f])));
            if (due.Count == ErasedPerLook)
                break;
        }

        var erased = 0;
        foreach (var (stream, fields, before) in due)
        {
            stopping.ThrowIfCancellationRequested();
            var answer = await kind.Erase(
                grains, stream.Id, fields, before, new CommandContext(CommandId.New(), Actor.System, null, null));
            if (answer.Refusal is not null)
                continue;
            metrics.Erased(stream.Kind);
            erased++;
        }

        if (due.Count > 0)
            LogErased(erased, due.Count, kind.Projection.Kind);
    }

    [LoggerMessage(2861, LogLevel.Information, "Something of {Erased} of {Due} things of kind {Kind} was erased because of its age")]
    private partial void LogErased(int erased, int due, StreamKind kind);

    [LoggerMessage(2862, LogLevel.Warning, "Things of kind {Kind} could not be erased by their age ({Reason}); it is tried again")]
    private partial void LogFailed(StreamKind kind, string reason);
}
