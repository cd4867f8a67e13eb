using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Tocsin.Tests.LoadTests.Fakes;

/// <summary>One stream of the fake: its lines and their chain, made as the contract says.</summary>
public sealed class FakeStream(string name)
{
    private static long positions;
    private byte[] hash = new byte[32];

    /// <summary>The lines and their hashes; tests break them on purpose.</summary>
    public List<(long Position, string Hash, string Line)> Rows { get; } = [];

    public int Version => Rows.Count;

    public void Append(string kind, DateTimeOffset occurredAt, Guid commandId, object data)
    {
        var line = JsonSerializer.Serialize(
            new
            {
                stream = name,
                version = Version + 1,
                kind,
                occurredAt,
                recordedAt = TimeProvider.System.GetUtcNow(),
                actor = new { subject = "test", role = "dispatcher", unitId = (string?)null },
                commandId,
                data,
            },
            JsonSerializerOptions.Web);
        hash = SHA256.HashData([.. hash, .. Encoding.UTF8.GetBytes(line)]);
        Rows.Add((Interlocked.Increment(ref positions), Convert.ToHexStringLower(hash), line));
    }
}
