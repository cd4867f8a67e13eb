using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Tocsin.Deciding;
using Tocsin.Firing;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Erasing;
using Tocsin.Journal.Timekeeping;
using Tocsin.Secrets;
using Tocsin.Settings;
using Tocsin.StreamKinds;
using Tocsin.Versions;

namespace Tocsin.Streams;

/// <summary>The parts of a silo that the activations of all streams share.</summary>
internal sealed class StreamHost(
    StreamCatalogue kinds,
    IJournal journal,
    StreamRegistry registry,
    ISnapshots snapshots,
    IKeyRing keys,
    WatchLimits watch,
    ICommitObserver observer,
    IClusterReadables readables,
    StreamKeys streamKeys,
    IGrainFactory grains,
    IServiceProvider services,
    IOptions<DispatchOptions> options,
    JournalTime recorded,
    TimeProvider time) : IFacts
{
    private readonly bool _enciphers = options.Value.EncipherTexts;
    private readonly byte[] _digestKey = keys.KeyFor(KeyPurpose.Digest);

    public StreamCatalogue Kinds { get; } = kinds;

    public IJournal Journal { get; } = journal;

    public StreamRegistry Registry { get; } = registry;

    public WatchLimits Watch { get; } = watch;

    public ICommitObserver Observer { get; } = observer;

    /// <summary>What every process of the cluster reads: nothing else is written.</summary>
    public IClusterReadables Readables { get; } = readables;

    /// <summary>The keys of streams that this silo has used last.</summary>
    public StreamKeys StreamKeys { get; } = streamKeys;

    /// <summary>A receipt that lies further back than this when it is recorded is historic.</summary>
    public TimeSpan HistoricAfter { get; } = options.Value.HistoricAfter;

    /// <summary>An incident that is farther from every station is refused until somebody confirms it; in metres.</summary>
    public double MaxDistanceMeters { get; } = options.Value.MaxDistanceKilometers * 1_000;

    /// <summary>How far the clock of a unit's device may lie behind.</summary>
    public TimeSpan DeviceTolerance { get; } = options.Value.DeviceTolerance;

    public TimeProvider Time { get; } = time;

    /// <summary>The journal's last time of recording.</summary>
    public JournalTime Recorded { get; } = recorded;

    /// <summary>
    /// Now, in whole milliseconds, as events and answers carry it; never before the journal's last time of recording, whatever this
    /// machine's clock shows.
    /// </summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = Time.GetUtcNow();
            return Recorded.NotBefore(now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond)));
        }
    }

    /// <inheritdoc/>
    public T Service<T>()
        where T : notnull => services.GetRequiredService<T>();

    public StreamCache NewCache(StreamId stream) => new(stream, Kinds, Journal, snapshots, Time);

    /// <summary>The grain of another stream.</summary>
    /// <exception cref="NewerVersionException">This program does not know the stream's kind.</exception>
    public IStreamGrain Grain(StreamId stream) => (IStreamGrain)Kinds.Of(stream).Grain(grains, stream.Id);

    /// <summary>Whether texts are to be enciphered, and every process of the cluster reads that.</summary>
    public async ValueTask<bool> MayEncipherAsync() =>
        _enciphers && (Readables.ReadsAll || (await Readables.CommonAsync()).NewestForm(Ciphers.Readable) > 0);

    /// <summary>The key of a stream; null: it has none yet.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="state">Its state; a key that is remembered from before its newest erasure is read again.</param>
    public async ValueTask<StreamKey?> KeyAsync(StreamId stream, IStreamState state)
    {
        if (state.Version == 0)
            return null;
        if (StreamKeys.Find(stream) is { } known)
        {
            if (known.Generation == state.Erasures)
                return known;
            StreamKeys.Forget(stream);
        }

        return (await StreamKeys.LoadAsync(Journal, [stream])).GetValueOrDefault(stream);
    }

    /// <summary>
    /// The keyed digest of a piece of personal data: the same for the same text in the same stream, and meaningless without the key.
    /// </summary>
    public string DigestOf(StreamId stream, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_digestKey, Encoding.UTF8.GetBytes($"{stream}\n{text}")).AsSpan(0, 16));

    /// <summary>The keyed digest of a request's body.</summary>
    public byte[] DigestOf(byte[] bodyDigest) => HMACSHA256.HashData(_digestKey, bodyDigest);
}
