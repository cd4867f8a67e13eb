using System.Security.Cryptography;
using System.Text;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>Reads a journal from end to end, and checks its chains with a SHA-256 and nothing else.</summary>
public static class Whole
{
    public static async Task<IReadOnlyList<JournalEvent>> JournalAsync(IJournal journal, CancellationToken cancellation)
    {
        var all = new List<JournalEvent>();
        while (true)
        {
            var page = await journal.ReadAsync(
                all.Count == 0 ? JournalPosition.Start : all[^1].Position, JournalLimits.EventsPerPage, cancellation);
            if (page.Count == 0)
                return all;
            all.AddRange(page);
        }
    }

    /// <summary>
    /// Positions rise, versions count from 1 in each stream, the time of recording never falls, and each hash follows from the one before
    /// it and the line.
    /// </summary>
    public static void Check(IReadOnlyList<JournalEvent> events)
    {
        var heads = new Dictionary<StreamId, (int Version, byte[] Hash)>();
        var last = (Position: JournalPosition.Start, RecordedAt: DateTimeOffset.MinValue);
        foreach (var one in events)
        {
            Assert.True(one.Position > last.Position, $"position {one.Position} after {last.Position}");
            Assert.True(one.RecordedAt >= last.RecordedAt, $"recorded {one.RecordedAt:O} after {last.RecordedAt:O}");
            var (version, hash) = heads.GetValueOrDefault(one.Stream, (0, new byte[32]));
            Assert.Equal(version + 1, one.Version);
            Assert.Equal(SHA256.HashData([.. hash, .. Encoding.UTF8.GetBytes(one.Line)]), one.Hash);
            heads[one.Stream] = (one.Version, one.Hash);
            last = (one.Position, one.RecordedAt);
        }
    }
}
