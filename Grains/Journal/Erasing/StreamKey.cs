using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Tocsin.Erasing;
using Tocsin.Identity;
using Tocsin.Json;

namespace Tocsin.Journal.Erasing;

/// <summary>
/// The keys under which the erasable members of one stream are written, one for each field. At first all of them follow from one random
/// root, each derived when it is first asked for. An erasure destroys the root: the fields that stay keep their keys, and each field that
/// was erased gets a new, random one, so that what is written later can be read, and what was written before cannot. Safe for
/// several threads.
/// </summary>
internal sealed class StreamKey
{
    /// <summary>The length of each key in bytes: AES-256.</summary>
    private const int Length = 32;

    // What the digests of requests are keyed with. No field: it goes with every erasure.
    private const string Requests = "requests";

    private static readonly string[] Words = [.. ErasureFields.Each.Select(EnumWords.Of), Requests];

    // With a root: what was derived so far. Without one: all keys, among them perhaps a later program's.
    private readonly ConcurrentDictionary<string, byte[]> _keys = new(concurrencyLevel: 1, capacity: Words.Length);

    private StreamKey(int generation, byte[]? root) => (Generation, Root) = (generation, root);

    /// <summary>How many erasures the stream has seen: a key of another number must not be written with.</summary>
    public int Generation { get; }

    private byte[]? Root { get; }

    /// <summary>A new, random one.</summary>
    /// <param name="generation">How many erasures the stream has seen.</param>
    public static StreamKey New(int generation) => new(generation, RandomNumberGenerator.GetBytes(Length));

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    public static StreamKey Parse(string text)
    {
        var stored = JsonNode.Parse(text)!;
        var generation = stored["generation"]!.GetValue<int>();
        if (stored["root"] is { } root)
            return new StreamKey(generation, Convert.FromBase64String(root.GetValue<string>()));
        var key = new StreamKey(generation, null);
        foreach (var (word, value) in stored["keys"]!.AsObject())
            key._keys[word] = Convert.FromBase64String(value!.GetValue<string>());
        return key;
    }

    /// <summary>The name under which it is stored among the personal data.</summary>
    public static StreamId RowOf(StreamId stream) => StreamId.OfRow($"key:{stream}");

    /// <summary>As it is stored.</summary>
    public string ToText()
    {
        var stored = new JsonObject { ["generation"] = Generation };
        if (Root is not null)
            stored["root"] = Convert.ToBase64String(Root);
        else
            stored["keys"] = new JsonObject([.. _keys.Select(k => KeyValuePair.Create(k.Key, (JsonNode?)Convert.ToBase64String(k.Value)))]);
        return stored.ToJsonString();
    }

    /// <summary>The key of a field; null: a later program's field, which this one does not know.</summary>
    /// <param name="word">The field's word.</param>
    public byte[]? Of(string word)
    {
        if (_keys.TryGetValue(word, out var key))
            return key;

        // Two threads that ask at once derive the same.
        return Root is not null && Words.Contains(word)
            ? _keys[word] = HMACSHA256.HashData(Root, Encoding.UTF8.GetBytes(word))
            : null;
    }

    /// <summary>The keys after an erasure.</summary>
    /// <param name="fields">What is erased.</param>
    public StreamKey Without(IReadOnlyCollection<ErasureField> fields)
    {
        var erased = fields.Select(EnumWords.Of).Append(Requests).ToHashSet(StringComparer.Ordinal);
        var next = new StreamKey(Generation + 1, null);
        foreach (var word in Root is null ? _keys.Keys : Words)
            next._keys[word] = erased.Contains(word) ? RandomNumberGenerator.GetBytes(Length) : Of(word)!;
        return next;
    }

    /// <summary>The digest of a request's body, which nobody can try out once something of the stream was erased.</summary>
    /// <param name="digest">The digest under the deployment's key.</param>
    public byte[] DigestOf(byte[] digest) => HMACSHA256.HashData(Of(Requests)!, digest);
}
