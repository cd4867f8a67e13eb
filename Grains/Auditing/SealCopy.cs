using System.Globalization;
using System.Text.RegularExpressions;
using Tocsin.Journal;
using Tocsin.Journal.Sealing;
using Tocsin.Journal.Writing;

namespace Tocsin.Auditing;

/// <summary>
/// Seals that were kept elsewhere: the silos' log (event 2501), as text, as JSON or through syslog, or a file of bare seal lines, in any
/// order. Whatever else stands before and behind a seal in its line, and lines without one, are passed over.
/// </summary>
public sealed partial class SealCopy
{
    private readonly Dictionary<DateTimeOffset, Seal> _seals = [];
    private readonly List<long> _damaged = [];

    private SealCopy()
    {
    }

    /// <summary>No copy.</summary>
    public static SealCopy None { get; } = new();

    /// <summary>Whether a copy was read.</summary>
    public bool IsRead { get; private init; }

    /// <summary>The seals, one for each time.</summary>
    public IReadOnlyCollection<Seal> Seals => _seals.Values;

    /// <summary>The lines, counted from 1, that begin a seal and have no whole one, or have another one of a time that is there.</summary>
    public IReadOnlyList<long> Damaged => _damaged;

    /// <summary>Reads a copy.</summary>
    /// <exception cref="FormatException">It has more than <see cref="AuditLimits.CopiedSealsMax"/> seals.</exception>
    public static async Task<SealCopy> ReadAsync(TextReader reader, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var copy = new SealCopy { IsRead = true };
        for (long number = 1; await reader.ReadLineAsync(cancellation) is { } line; number++)
            copy.Add(line.Length > AuditLimits.CopiedLineMax ? line[..AuditLimits.CopiedLineMax] : line, number);
        return copy;
    }

    private void Add(string line, long number)
    {
        if (Whole.Match(line) is { Success: true } found && Read(found) is { } seal)
        {
            if (!_seals.TryAdd(seal.At, seal) && SealText.Line(_seals[seal.At]) != SealText.Line(seal))
                _damaged.Add(number);
            if (_seals.Count > AuditLimits.CopiedSealsMax)
                throw new FormatException($"the copy has more than {AuditLimits.CopiedSealsMax} seals: split it");
        }
        else if (Beginning.IsMatch(line))
        {
            _damaged.Add(number);
        }
    }

    private static Seal? Read(Match found)
    {
        if (!DateTimeOffset.TryParseExact(
                found.Groups["at"].ValueSpan,
                EventLine.TimeFormat,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var at)
            || !long.TryParse(found.Groups["position"].ValueSpan, CultureInfo.InvariantCulture, out var position)
            || !int.TryParse(found.Groups["count"].ValueSpan, CultureInfo.InvariantCulture, out var count))
        {
            return null;
        }

        var signature = Bytes(found, "signature") ?? Bytes(found, "hmac");
        return new Seal(at, new JournalPosition(position), count, Bytes(found, "digest")!, signature!)
        {
            Previous = Bytes(found, "previous"),
            Parts = found.Groups["parts"].Value.TrimStart(' '),
        };
    }

    private static byte[]? Bytes(Match found, string group) =>
        found.Groups[group] is { Success: true } bytes ? Convert.FromHexString(bytes.ValueSpan) : null;

    // A seal by HMAC stands in the logs of earlier versions as a sentence.
    [GeneratedRegex(
        @"tocsin-seal-2 (?<at>\S{24}) (?<position>\d{1,19}) (?<count>\d{1,10}) (?<digest>[0-9a-f]{64}) (?<previous>[0-9a-f]{64})"
        + @"(?<parts>(?: [a-z][a-z0-9-]{0,31}=[0-9a-f]{64}){0,8}) (?<signature>[0-9a-f]{128})(?![0-9a-f])"
        + @"|tocsin-seal-1 (?<at>\S{24}) (?<position>\d{1,19}) (?<count>\d{1,10}) (?<digest>[0-9a-f]{64}) (?<hmac>[0-9a-f]{64})(?![0-9a-f])"
        + @"|Seal (?<at>\S{24}): position (?<position>\d{1,19}), (?<count>\d{1,10}) streams moved, digest (?<digest>[0-9a-f]{64}), "
        + @"HMAC (?<hmac>[0-9a-f]{64})(?![0-9a-f])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Whole { get; }

    [GeneratedRegex(@"tocsin-seal-[12]\b|\bSeal \d{4}-\d\d-\d\dT\S+: position ", RegexOptions.CultureInvariant)]
    private static partial Regex Beginning { get; }
}
