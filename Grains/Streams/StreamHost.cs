using Tocsin.StreamKinds;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Mission;
using Tocsin.Policies;
using Tocsin.Secrets;
using Tocsin.Stations;
using Tocsin.Watch;

namespace Tocsin.Streams;

/// <summary>What the grains of a silo share.</summary>
internal sealed class StreamHost(
    StreamCatalogue kinds,
    IJournal journal,
    StreamRegistry registry,
    UnitSnapshots snapshots,
    IncidentNumbers numbers,
    StationCatalogue stations,
    PolicyCatalogue policies,
    IKeyRing keys,
    WatchLimits watch,
    MissionMetrics mission,
    IGrainFactory grains,
    IOptions<DispatchOptions> options,
    TimeProvider time)
{
    private readonly byte[] _digestKey = keys.KeyFor(KeyPurpose.Digest);

    public StreamCatalogue Kinds { get; } = kinds;

    public IJournal Journal { get; } = journal;

    public StreamRegistry Registry { get; } = registry;

    public IncidentNumbers Numbers { get; } = numbers;

    public StationCatalogue Stations { get; } = stations;

    public PolicyCatalogue Policies { get; } = policies;

    public WatchLimits Watch { get; } = watch;

    public MissionMetrics Mission { get; } = mission;

    public DispatchOptions Options { get; } = options.Value;

    public TimeProvider Time { get; } = time;

    /// <summary>Now, in whole milliseconds, as events and answers carry it.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = Time.GetUtcNow();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        }
    }

    public StreamCell NewCell(StreamId stream) => new(stream, Kinds, Journal, snapshots, Time);

    /// <summary>The grain of another stream.</summary>
    /// <exception cref="NewerVersionException">This program does not know the stream's kind.</exception>
    public IStreamGrain Grain(StreamId stream) => (IStreamGrain)Kinds.Of(stream).Grain(grains, stream.Id);

    /// <summary>The keyed digest of a piece of personal data: the same for the same text in the same stream, and nothing to anybody without the key.</summary>
    public string DigestOf(StreamId stream, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_digestKey, Encoding.UTF8.GetBytes($"{stream}\n{text}")).AsSpan(0, 16));

    /// <summary>The keyed digest of a request's body.</summary>
    public byte[] DigestOf(byte[] bodyDigest) => HMACSHA256.HashData(_digestKey, bodyDigest);
}
