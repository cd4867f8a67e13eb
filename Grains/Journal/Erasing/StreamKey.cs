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
/// several threads. What an append says it was written with is compared with what is stored, so a key that was read keeps its text.
/// </summary>
internal sealed class StreamKey
{
    /// <summary>The length of each key in bytes: AES-256.</summary>
    private const int Length = 32;

    // What the digests of requests are keyed with. No field: it goes with every erasure.
    private const string Requests = "requests";

    private static readonly string[] Words = [.. ErasureFields.Each.Select(EnumWords.Of), Requests];

    // What was derived so far and, once something was erased, what is stored; among that are perhaps a later program's.
    private readonly ConcurrentDictionary<string, byte[]> _keys = new(concurrencyLevel: 1, capacity: Words.Length);

    private StreamKey(int generation, byte[] root, string text) => (Generation, Root, Text) = (generation, root, text);

    /// <summary>How many erasures the stream has seen: a key of another number must not be written with.</summary>
    public int Generation { get; }

    /// <summary>As it is stored.</summary>
    public string Text { get; }

    // What the keys follow from that are not stored: at first the random root, once something was erased the key of the requests' digests.
    // So a stream that was erased from before there was some field has a key for that field, too.
    private byte[] Root { get; }

    /// <summary>A new, random one.</summary>
    /// <param name="generation">How many erasures the stream has seen.</param>
    public static StreamKey New(int generation)
    {
        var root = RandomNumberGenerator.GetBytes(Length);
        return new StreamKey(
            generation, root, new JsonObject { ["generation"] = generation, ["root"] = Convert.ToBase64String(root) }.ToJsonString());
    }

    /// <summary>Reads what is stored.</summary>
    /// <param name="text">A <see cref="Text"/>, perhaps of another version of the program.</param>
    public static StreamKey Parse(string text)
    {
        var stored = JsonNode.Parse(text)!;
        var generation = stored["generation"]!.GetValue<int>();
        return stored["root"] is { } root
            ? new StreamKey(generation, Bytes(root), text)
            : Stored(generation, stored["keys"]!.AsObject().Select(k => KeyValuePair.Create(k.Key, Bytes(k.Value!))), text);
    }

    /// <summary>The name under which it is stored among the personal data.</summary>
    public static StreamId RowOf(StreamId stream) => StreamId.OfRow($"key:{stream}");

    /// <summary>The key of a field; also of one that only a later program knows.</summary>
    /// <param name="word">The field's word.</param>
    public byte[] Of(string word)
    {
        if (_keys.TryGetValue(word, out var key))
            return key;
        key = HMACSHA256.HashData(Root, Encoding.UTF8.GetBytes(word));

        // Two threads that ask at once derive the same. A word that is read in a line, and is none of ours, must not grow the memory.
        if (Words.Contains(word))
            _keys[word] = key;
        return key;
    }

    /// <summary>The keys after an erasure.</summary>
    /// <param name="fields">What is erased.</param>
    public StreamKey Without(IReadOnlyCollection<ErasureField> fields)
    {
        var erased = fields.Select(EnumWords.Of).Append(Requests).ToHashSet(StringComparer.Ordinal);
        var next = Words.Union(_keys.Keys)
            .Select(word => KeyValuePair.Create(word, erased.Contains(word) ? RandomNumberGenerator.GetBytes(Length) : Of(word)))
            .ToList();
        var text = new JsonObject
        {
            ["generation"] = Generation + 1,
            ["keys"] = new JsonObject([.. next.Select(k => KeyValuePair.Create(k.Key, (JsonNode?)Convert.ToBase64String(k.Value)))]),
        };
        return Stored(Generation + 1, next, text.ToJsonString());
    }

    /// <summary>The digest of a request's body, which nobody can try out once something of the stream was erased.</summary>
    /// <param name="digest">The digest under the deployment's key.</param>
    public byte[] DigestOf(byte[] digest) => HMACSHA256.HashData(Of(Requests), digest);

    private static StreamKey Stored(int generation, IEnumerable<KeyValuePair<string, byte[]>> keys, string text)
    {
        var stored = keys.ToDictionary();
        var key = new StreamKey(generation, stored[Requests], text);
        foreach (var (word, value) in stored)
            key._keys[word] = value;
        return key;
    }

    private static byte[] Bytes(JsonNode base64) => Convert.FromBase64String(base64.GetValue<string>());
}
