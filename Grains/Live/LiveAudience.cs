using System.Collections.Concurrent;
using Tocsin.Identity;

namespace Tocsin.Live;

/// <summary>
/// The kinds of streams that a gateway reads. It is told nothing of others, as it could not say whose affair they are; kinds that this silo
/// does not know either are named to every gateway, without their data.
/// </summary>
internal sealed class LiveAudience
{
    /// <summary>How many different answers are remembered: one a version that runs at the same time.</summary>
    private const int RememberedMax = 64;

    private static readonly ConcurrentDictionary<string, LiveAudience> s_known = new(StringComparer.Ordinal);

    private readonly bool[] _reads = new bool[byte.MaxValue + 1];

    private LiveAudience(string kinds)
    {
        foreach (var kind in Enum.GetValues<StreamKind>())
            _reads[(byte)kind] = kind == StreamKind.Unknown || LiveKinds.Has(kinds, kind);
    }

    /// <summary>A gateway that reads these kinds.</summary>
    /// <param name="kinds">As in <see cref="LiveMark.Kinds"/>; null: <see cref="LiveKinds.Baseline"/>.</param>
    public static LiveAudience Of(string? kinds)
    {
        if (s_known.TryGetValue(kinds ?? LiveKinds.Baseline, out var known))
            return known;
        var audience = new LiveAudience(kinds ?? LiveKinds.Baseline);
        if (s_known.Count < RememberedMax)
            s_known.TryAdd(kinds ?? LiveKinds.Baseline, audience);
        return audience;
    }

    /// <summary>Whether the gateway reads things and events of a stream.</summary>
    public bool Reads(StreamId stream) => _reads[(byte)stream.Kind];
}
