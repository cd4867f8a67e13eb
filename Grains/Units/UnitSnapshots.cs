using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Storage;
using Tocsin.Deciding;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Streams;

namespace Tocsin.Units;

/// <summary>
/// Snapshots of units, whose streams live for years: an activation reads the newest one and the events after it. Written every <see
/// cref="Interval"/> events, off the grain's turn. One that does not fit the journal or the present rules is ignored; a failure is logged
/// and nothing else. The newest is in grain storage; all of them are kept beside the marks of the board, for past boards.
/// </summary>
internal sealed partial class UnitSnapshots(
    IServiceProvider services,
    IJournal journal,
    IUnitStateStore kept,
    ILogger<UnitSnapshots> logger) : BackgroundService, ISnapshots
{
    /// <summary>How many events lie between two snapshots of a unit.</summary>
    public const int Interval = 200;

    /// <summary>The grain storage that keeps them: the default one.</summary>
    public const string StorageName = Orleans.Providers.ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME;

    /// <summary>The most snapshots that wait to be written; a further one is dropped, the next interval brings another.</summary>
    private const int QueueLimit = 1024;

    private const string StateName = "unitSnapshot";

    private readonly Channel<UnitState> _queue = Channel.CreateBounded<UnitState>(
        new BoundedChannelOptions(QueueLimit) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    int ISnapshots.Interval => Interval;

    private IGrainStorage Storage => services.GetRequiredKeyedService<IGrainStorage>(StorageName);

    /// <inheritdoc/>
    public void Offer(IStreamState state)
    {
        if (state is UnitState unit)
            _queue.Writer.TryWrite(unit);
    }

    /// <inheritdoc/>
    public async Task<IStreamState?> FindAsync(StreamId stream)
    {
        if (stream.Kind != StreamKind.Unit)
            return null;
        try
        {
            if (await journal.FindAsync(stream) is not { } row || row.Version < Interval)
                return null;
            var stored = new GrainState<UnitSnapshot>();
            await Task.Run(() => Storage.ReadStateAsync(StateName, GrainOf(stream), stored));
            var snapshot = stored.RecordExists ? stored.State : await kept.FindUnitAsync(stream, row.Version, CancellationToken.None);
            if (snapshot is null || snapshot.Rules != UnitState.RulesNumber || snapshot.Version > row.Version)
                return null;
            var last = await journal.ReadStreamAsync(stream, snapshot.Version - 1, 1);
            return last is [var happened] && Convert.ToHexStringLower(happened.Hash) == snapshot.Hash ? snapshot.ToState() : null;
        }
        catch (Exception exception) when (exception is not JournalUnavailableException)
        {
            LogReadFailed(exception, stream);
            return null;
        }
    }

    /// <summary>
    /// The key of a unit's snapshot in grain storage. A storage may keep a key that reads as a hexadecimal number as that number, and then
    /// <c>A1</c> and
    /// <c>a1</c>, <c>12</c> and <c>012</c> share one row: the word in front makes it no number.
    /// </summary>
    internal static GrainId GrainOf(StreamId stream) => GrainId.Create("unit", $"unit-{stream.Id}");

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var state in _queue.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await WriteAsync(state);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogWriteFailed(exception, state.Stream);
            }
        }
    }

    private async Task WriteAsync(UnitState state)
    {
        if (await journal.ReadStreamAsync(state.Stream, state.Version - 1, 1) is not [var last])
            return;
        var stored = new GrainState<UnitSnapshot>();
        var grain = GrainOf(state.Stream);
        await Storage.ReadStateAsync(StateName, grain, stored);
        stored.State = UnitSnapshot.Of(state, Convert.ToHexStringLower(last.Hash));
        await Storage.WriteStateAsync(StateName, grain, stored);
        await kept.KeepAsync(state.Stream, stored.State, CancellationToken.None);
    }

    [LoggerMessage(2201, LogLevel.Warning, "The snapshot of {Stream} could not be read; it is folded from its first event")]
    private partial void LogReadFailed(Exception exception, StreamId stream);

    [LoggerMessage(2202, LogLevel.Warning, "The snapshot of {Stream} could not be written; the next one will be")]
    private partial void LogWriteFailed(Exception exception, StreamId stream);
}
