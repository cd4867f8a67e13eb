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

    public StreamCell NewCell(StreamId stream) => new(stream, Journal, snapshots, Time);

    /// <summary>The grain of another stream.</summary>
    public IStreamGrain Grain(StreamId stream) => stream.Kind switch
    {
        StreamKind.Incident => grains.GetKnown<IIncidentStream>(stream.Id),
        StreamKind.Unit => grains.GetKnown<Units.IUnitStream>(stream.Id),
        StreamKind.Call => grains.GetKnown<Calls.ICallStream>(stream.Id),
        StreamKind.Station => grains.GetKnown<IStationStream>(stream.Id),
        StreamKind.Policy => grains.GetKnown<Policies.IPolicyStream>(stream.Id),
        StreamKind.Setting => grains.GetKnown<Policies.ISettingStream>(stream.Id),
        StreamKind.RunCard => grains.GetKnown<RunCards.IRunCardStream>(stream.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(stream)),
    };

    /// <summary>The keyed digest of a piece of personal data: the same for the same text in the same stream, and nothing to anybody without the key.</summary>
    public string DigestOf(StreamId stream, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_digestKey, Encoding.UTF8.GetBytes($"{stream}\n{text}")).AsSpan(0, 16));

    /// <summary>The keyed digest of a request's body.</summary>
    public byte[] DigestOf(byte[] bodyDigest) => HMACSHA256.HashData(_digestKey, bodyDigest);
}
