using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tocsin.Journal.Writing;

namespace Tocsin.Journal.Sealing;

/// <summary>
/// Seals the journal in each second in which something was written, and logs each seal; the log should be stored elsewhere. Every silo
/// looks, at a moment of the second of its own, and the first one that writes a seal has sealed that second. While the database is
/// unavailable no seal is made; the next one covers that time.
/// </summary>
/// <param name="journal">What is sealed.</param>
/// <param name="store">Stores the seals.</param>
/// <param name="signer">Signs them.</param>
/// <param name="forms">Which form they may have.</param>
/// <param name="parts">What is sealed beside the journal.</param>
/// <param name="time">The clock of the seconds.</param>
/// <param name="metrics">Counts seals, and shows what is not sealed yet.</param>
/// <param name="logger">Logs the seals.</param>
public sealed partial class Sealer(
    IJournal journal,
    ISealStore store,
    SealSigner signer,
    ISealForms forms,
    IEnumerable<ISealedPart> parts,
    TimeProvider time,
    JournalMetrics metrics,
    ILogger<Sealer> logger) : BackgroundService
{
    private readonly IReadOnlyList<ISealedPart> _parts = [.. parts];

    // All that was sealed when it was last looked at; the look is one short read while nothing is written.
    private Looked? _sealed;
    private (DateTimeOffset At, long Since)? _newest;
    private volatile Unsealed? _unsealed;
    private long? _saidAt;

    /// <summary>Seals what was written since the newest seal, unless there is a seal of this second.</summary>
    /// <returns>The seal if this silo made it, else null.</returns>
    public async Task<Seal?> SealAsync(CancellationToken cancellation = default)
    {
        if (_sealed == await LookAsync(cancellation))
            return null;
        var previous = await store.LastSealAsync(cancellation);

        // Another silo may have sealed more meanwhile. What is looked at behind its seal is never older than what that seal covers.
        var looked = await LookAsync(cancellation);
        var (end, digests) = (looked.Position, looked.Parts);
        if ((previous?.Position ?? JournalPosition.Start) >= end && (digests is null || digests == (previous?.Parts ?? "")))
        {
            Covered(looked);
            return null;
        }

        if (_unsealed is not { } unsealed || unsealed.End <= previous?.Position)
            _unsealed = new Unsealed(end, time.GetTimestamp());
        if (When(previous) is not { } at)
            return null;
        var seal = await MakeAsync(at, end, digests, previous, cancellation);
        if (!await store.TryAddSealAsync(seal, previous, cancellation))
            return null;
        Covered(looked);
        metrics.Sealed(seal.IsSigned);
        LogSealed(SealText.Line(seal));
        return seal;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        LogKey(signer.PublicLine);
        metrics.ObserveUnsealed(() => UnsealedFor().TotalSeconds);
        using var timer = new PeriodicTimer(SealLimits.Interval, time);
        try
        {
            do
            {
                await TrySealAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // It is over.
        }
    }

    private async Task TrySealAsync(CancellationToken cancellation)
    {
        try
        {
            await SealAsync(cancellation);
            if (UnsealedFor() is var left && left > SealLimits.LateAfter && MaySayAgain())
                LogLate((int)left.TotalSeconds);
        }
        catch (JournalUnavailableException e)
        {
            Failed();
            if (MaySayAgain())
                LogUnsealed(e.Message);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            Failed();
            if (MaySayAgain())
                LogFailed(e);
        }
    }

    private async Task<Looked> LookAsync(CancellationToken cancellation)
    {
        var (end, epoch) = await journal.ReadEndAsync(cancellation);
        return new Looked(end, epoch, await forms.AllKnowSignedAsync() ? await DigestsAsync(cancellation) : null);
    }

    // One seal a second. A newest seal of the future is of a silo whose clock is ahead. While that one goes on, it seals for all; when it
    // stops, this one goes on behind it, a second at a time, until its own clock has come there.
    private DateTimeOffset? When(Seal? previous)
    {
        var now = time.GetUtcNow();
        var second = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % SealLimits.Interval.Ticks), TimeSpan.Zero);
        if (previous is null || previous.At < second)
            return second;
        if (_newest is not { } newest || newest.At != previous.At)
            _newest = newest = (previous.At, time.GetTimestamp());
        return time.GetElapsedTime(newest.Since) >= SealLimits.AheadFor ? previous.At + SealLimits.Interval : null;
    }

    private async Task<Seal> MakeAsync(
        DateTimeOffset at, JournalPosition end, string? digests, Seal? previous, CancellationToken cancellation)
    {
        // What else is sealed may have moved alone.
        var after = previous?.Position ?? JournalPosition.Start;
        var (count, digest) = await SealText.DigestAsync(store.HeadsAsync(after, end, cancellation), cancellation);
        var seal = new Seal(at, end, count, digest, []);
        return digests is null
            ? signer.Mac(seal, previous)
            : signer.Sign(seal with { Parts = digests, Previous = await ChainAsync(previous, cancellation) });
    }

    // The chain's hash over all seals: from the newest signed one, which has that of the seals before it, usually the very last one.
    private async Task<byte[]> ChainAsync(Seal? last, CancellationToken cancellation)
    {
        if (last is null)
            return SealText.FirstHash.ToArray();
        if (last.IsSigned)
            return SealText.Hash(last.Previous, last);
        var signed = await store.LastSignedAsync(cancellation);
        var hash = signed is null ? SealText.FirstHash.ToArray() : SealText.Hash(signed.Previous, signed);
        await foreach (var seal in store.SealsAsync(signed?.At, cancellation))
        {
            if (seal.At > last.At)
                break;
            hash = SealText.Hash(hash, seal);
        }

        return hash;
    }

    private async ValueTask<string> DigestsAsync(CancellationToken cancellation)
    {
        if (_parts.Count == 0)
            return "";
        var digests = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var part in _parts)
        {
            if (await part.DigestAsync(cancellation) is { } digest)
                digests.Add(part.Name, digest);
        }

        return SealParts.Write(digests);
    }

    // What cannot be looked at counts as unsealed: nobody knows better.
    private void Failed() => _unsealed ??= new Unsealed(JournalPosition.Start, time.GetTimestamp());

    private TimeSpan UnsealedFor() => _unsealed is { } left ? time.GetElapsedTime(left.Since) : TimeSpan.Zero;

    private void Covered(Looked looked)
    {
        _sealed = looked;
        (_unsealed, _saidAt) = (null, null);
    }

    private bool MaySayAgain()
    {
        if (_saidAt is { } said && time.GetElapsedTime(said) < SealLimits.SayAgainAfter)
            return false;
        _saidAt = time.GetTimestamp();
        return true;
    }

    /// <param name="Position">The journal's end.</param>
    /// <param name="Epoch">The journal's epoch.</param>
    /// <param name="Parts">What stands beside it; null while a member knows no signed seals.</param>
    private sealed record Looked(JournalPosition Position, Epoch Epoch, string? Parts);

    /// <param name="End">The journal's end when something was found unsealed.</param>
    /// <param name="Since">When that was, as a timestamp of the clock.</param>
    private sealed record Unsealed(JournalPosition End, long Since);

    [LoggerMessage(2501, LogLevel.Information, "Sealed: {Line}")]
    private partial void LogSealed(string line);

    [LoggerMessage(2502, LogLevel.Warning, "Nothing is sealed now: {Reason}. It is tried again each second")]
    private partial void LogUnsealed(string reason);

    [LoggerMessage(2503, LogLevel.Error, "Sealing failed; the next second tries again")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(2504, LogLevel.Warning, "What was written {Seconds} s ago is not sealed yet")]
    private partial void LogLate(int seconds);

    [LoggerMessage(2505, LogLevel.Information, "Seals are checked with the public key {PublicKey}; the command public-key prints it")]
    private partial void LogKey(string publicKey);
}
