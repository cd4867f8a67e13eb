using System.Security.Cryptography;
using Tocsin.Hosting;
using Tocsin.Journal;
using Tocsin.Journal.Sealing;
using Tocsin.Secrets;

namespace Tocsin.Auditing.Checks;

/// <summary>
/// Each seal has a valid signature that includes the seal before it, and was made over the heads that the journal now has up to its
/// position.
/// A minute without a seal is no finding: no seal is made while the database or every silo is unavailable, and the signature of the next
/// seal shows that none was removed. Only seals at the end could be removed unnoticed. So it is a finding if events were recorded for
/// several minutes in a row behind the last seal.
/// </summary>
internal sealed class SealCheck(AuditFindings findings, AuditCounts counts, IKeyRing? keys) : IAuditCheck
{
    private readonly Dictionary<string, SealedHead> _moved = new(StringComparer.Ordinal);
    private byte[]? _key;
    private Seal? _previous;
    private long _minute;
    private int _minutes;
    private int _mostMinutes;

    /// <inheritdoc/>
    public void See(AuditedEvent happened)
    {
        var now = happened.Stored;
        if (!_moved.TryGetValue(now.Stream, out var head) || head.Version < now.Version)
            _moved[now.Stream] = new SealedHead(now.Stream, now.Version, now.Hash);
        var minute = now.RecordedAt.UtcTicks / TimeSpan.TicksPerMinute;
        if (minute != _minute)
            _minutes = minute == _minute + 1 ? _minutes + 1 : 1;
        _minute = minute;
        _mostMinutes = Math.Max(_mostMinutes, _minutes);
    }

    /// <inheritdoc/>
    public void See(Seal seal)
    {
        if (seal.Access is { } access)
            _moved[access.Stream] = access;
        var digest = SealText.Digest(_moved.Values.OrderBy(h => h.Stream, StringComparer.Ordinal));
        if (seal.Count != _moved.Count || !digest.AsSpan().SequenceEqual(seal.Digest))
        {
            var words = $"the seal of {seal.Minute:yyyy-MM-dd'T'HH:mm'Z'} was made over other events "
                + $"between {_previous?.Position ?? JournalPosition.Start} and {seal.Position}: "
                + $"{seal.Count} streams had moved, the journal shows {_moved.Count}";
            findings.Add(FindingKind.SealBroken, null, seal.Position, words);
        }

        var hmac = SealText.Hmac(Key(), seal.Minute, seal.Position, seal.Count, seal.Digest, _previous);
        if (!CryptographicOperations.FixedTimeEquals(hmac, seal.Hmac))
        {
            var words = $"the seal of {seal.Minute:yyyy-MM-dd'T'HH:mm'Z'} does not bear the signature of this secret "
                + "behind the seal before it";
            findings.Add(FindingKind.SealForged, null, seal.Position, words);
        }

        _moved.Clear();
        (_previous, _minute, _minutes, _mostMinutes) = (seal, 0, 0, 0);
        counts.Seals++;
        counts.SealedTo = seal.Position;
    }

    /// <inheritdoc/>
    public void End(JournalPosition position)
    {
        if (_mostMinutes > AuditLimits.UnsealedMinutes)
        {
            findings.Add(
                FindingKind.Unsealed,
                null,
                position,
                $"behind the last seal, at {counts.SealedTo}, events were recorded in {_mostMinutes} minutes one after the other");
        }
    }

    private byte[] Key() => _key ??= keys?.KeyFor(KeyPurpose.Seal)
        ?? throw new MisconfigurationException(
            "Tocsin:SecretFile", "must name the secret with which the seals were made: there are seals, and no secret");
}
