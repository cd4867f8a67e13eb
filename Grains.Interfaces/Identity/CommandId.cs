using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Tocsin.Identity;

/// <summary>
/// The id of one command: what makes a repeat recognisable, and from which the ids of the things that it makes follow,
/// so that a retry finds what the first try made.
/// </summary>
/// <param name="Value">The id as 128 bits.</param>
[GenerateSerializer, Immutable, Alias("tocsin.CommandId")]
public readonly record struct CommandId([property: Id(0)] Guid Value)
{
    // No stream: a message stands on that of its unit or its incident. Beyond every kind of stream.
    private const byte OfMessage = 255;

    /// <summary>A command without an <c>Idempotency-Key</c>: each request is one of its own.</summary>
    public static CommandId New() => new(Guid.NewGuid());

    /// <summary>
    /// A command with an <c>Idempotency-Key</c>: the first 128 bits of SHA-256 over subject, method, path and key, each with its length
    /// before it.
    /// </summary>
    public static CommandId OfKey(string subject, string method, string path, string key)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var part in (ReadOnlySpan<string>)[subject, method, path, key])
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return new CommandId(new Guid(hash.GetHashAndReset().AsSpan(0, 16), bigEndian: true));
    }

    /// <summary>The id (32 hex digits) of the thing of this kind that the command makes.</summary>
    public string Derive(StreamKind kind) => Derive((byte)kind);

    /// <summary>The id (32 hex digits) of the message that the command sends.</summary>
    public string DeriveMessage() => Derive(OfMessage);

    private string Derive(byte kind)
    {
        Span<byte> input = stackalloc byte[17];
        Value.TryWriteBytes(input, bigEndian: true, out _);
        input[16] = kind;
        Span<byte> output = stackalloc byte[32];
        SHA256.HashData(input, output);
        return Convert.ToHexStringLower(output[..16]);
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
