using Tocsin.Hosting;
using Tocsin.Journal;
using Tocsin.Journal.Sealing;
using Tocsin.Journal.Writing;

namespace Tocsin.Auditing.Checks;

/// <summary>
/// Each seal has a valid signature that includes the seals before it, and was made over the heads that the journal now has up to its
/// position.
/// A second without a seal is no finding: no seal is made while nothing is written, or while the database or every silo is unavailable,
/// and the signature of the next seal shows that none was removed. Only seals at the end could be removed unnoticed. So it is a finding if
/// events were recorded for longer than sealing takes behind the last seal that could be checked; and <see cref="SealCopyCheck"/> compares
/// with a copy that is kept elsewhere.
/// </summary>
internal sealed class SealCheck(AuditFindings findings, AuditCounts counts, SealKeys? keys) : IAuditCheck
{
    private readonly Dictionary<string, SealedHead> _moved = new(StringComparer.Ordinal);
    private SealChain? _chain;
    private JournalPosition _previous = JournalPosition.Start;
    private bool _behindSigned;
    private long _second;
    private int _seconds;

    /// <inheritdoc/>
    public void See(AuditedEvent happened)
    {
        var now = happened.Stored;
        if (!_moved.TryGetValue(now.Stream, out var head) || head.Version < now.Version)
            _moved[now.Stream] = new SealedHead(now.Stream, now.Version, now.Hash);
        var second = now.RecordedAt.UtcTicks / TimeSpan.TicksPerSecond;
        if (second != _second)
            _seconds++;
        _second = second;
    }

    /// <inheritdoc/>
    public void See(Seal seal)
    {
        var digest = SealText.Digest(_moved.Values.OrderBy(h => h.Stream, StringComparer.Ordinal));
        if (seal.Count != _moved.Count || !digest.AsSpan().SequenceEqual(seal.Digest))
        {
            var words = $"the seal of {EventLine.Time(seal.At)} was made over other events between {_previous} and {seal.Position}: "
                + $"{seal.Count} streams had moved, the journal shows {_moved.Count}";
            findings.Add(FindingKind.SealBroken, null, seal.Position, words);
        }

        Judge(seal);
        _moved.Clear();
        _previous = seal.Position;
        counts.Seals++;
    }

    /// <inheritdoc/>
    public void End(JournalPosition position)
    {
        if (_seconds > (_behindSigned ? AuditLimits.UnsealedSeconds : AuditLimits.UnsealedSecondsByHmac))
        {
            findings.Add(
                FindingKind.Unsealed,
                null,
                position,
                $"events were recorded in {_seconds} seconds behind {counts.SealedTo}, to where seals could be checked");
        }
    }

    private void Judge(Seal seal)
    {
        _chain ??= new SealChain(keys ?? throw new MisconfigurationException(
            "Tocsin:SecretFile",
            "must name the secret with which the seals were made, or Tocsin:SealPublicKeyFile (--public-key) their public key: "
                + "there are seals, and neither"));
        var verdict = _chain.Next(seal);
        if (verdict == SealVerdict.Forged)
        {
            findings.Add(
                FindingKind.SealForged,
                null,
                seal.Position,
                $"the seal of {EventLine.Time(seal.At)} does not bear the signature of this deployment behind the seals before it");
        }

        if (verdict == SealVerdict.Unchecked)
        {
            counts.UncheckedSeals++;
            return;
        }

        (_behindSigned, _second, _seconds) = (seal.IsSigned, 0, 0);
        counts.SealedTo = seal.Position;
    }
}
