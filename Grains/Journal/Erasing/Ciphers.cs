using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Tocsin.Erasing;
using Tocsin.Identity;
using Tocsin.Json;

namespace Tocsin.Journal.Erasing;

/// <summary>
/// Writes the erasable members of an event as <c>{"cipher":"FIELD:BASE64"}</c>, and reads them back. Behind the base64 are 12 random bytes,
/// the member's JSON under AES-256-GCM, and the tag of 16 bytes; what is bound with it is the stream's name and the field. The nonce is
/// random, because a restore writes the versions of before once more, under the same key.
/// </summary>
internal static class Ciphers
{
    /// <summary>How a process says that it reads lines with enciphered members: a name in <c>Readables.Forms</c>.</summary>
    public const string Readable = "line/cipher";

    /// <summary>How a deciphered line ends of which a member was erased.</summary>
    public const string ErasedEnd = ",\"erased\":true}}";

    private const string Start = "{\"cipher\":\"";
    private const string End = "\"}";
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>Whether a line has an enciphered member. In a text the quotes would be escaped, so it cannot look like one.</summary>
    public static bool IsIn(string line) => line.Contains(Start, StringComparison.Ordinal);

    /// <summary>The data of an event with its erasable members enciphered; the same text where all of them are null.</summary>
    /// <param name="data">The data, as the codec writes it.</param>
    /// <param name="members">The erasable members of this kind of event.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="key">The stream's keys.</param>
    public static string Encipher(string data, IReadOnlyList<ErasableMember> members, StreamId stream, StreamKey key)
    {
        var utf8 = Encoding.UTF8.GetBytes(data);
        ArrayBufferWriter<byte>? into = null;
        var copied = 0;
        foreach (var (from, to, field) in Values(utf8, members))
        {
            into ??= new ArrayBufferWriter<byte>(utf8.Length * 2);
            into.Write(utf8.AsSpan(copied, from - copied));
            Write(into, utf8.AsSpan(from, to - from), stream, field, key);
            copied = to;
        }

        if (into is null)
            return data;
        into.Write(utf8.AsSpan(copied));
        return Encoding.UTF8.GetString(into.WrittenSpan);
    }

    /// <summary>
    /// The line as it was before it was enciphered. A member whose key is gone is null, and the data then says <c>"erased":true</c>.
    /// </summary>
    /// <param name="line">The line as it is stored.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="key">The stream's keys; null: there are none any more.</param>
    /// <param name="lost">Gets the words of the fields whose key is gone; null: nobody asks.</param>
    public static string Decipher(string line, StreamId stream, StreamKey? key, ICollection<string>? lost = null)
    {
        var plain = new StringBuilder(line.Length);
        var copied = 0;
        var erased = false;
        while (line.IndexOf(Start, copied, StringComparison.Ordinal) is >= 0 and var from)
        {
            var content = from + Start.Length;
            var to = line.IndexOf(End, content, StringComparison.Ordinal);
            if (to < 0)
                break;
            var token = line.AsSpan(content, to - content);
            var value = Read(token, stream, key);
            if (value is null)
            {
                erased = true;
                lost?.Add(token[..Math.Max(0, token.IndexOf(':'))].ToString());
            }

            plain.Append(line, copied, from - copied).Append(value ?? "null");
            copied = to + End.Length;
        }

        plain.Append(line, copied, line.Length - copied);

        // The data is the line's last member.
        return erased ? plain.Remove(plain.Length - 2, 2).Append(ErasedEnd).ToString() : plain.ToString();
    }

    /// <summary>Whether a line of before holds something of some fields in plain text.</summary>
    /// <param name="line">The line as it is stored.</param>
    /// <param name="members">The erasable members of this kind of event.</param>
    /// <param name="fields">The fields.</param>
    public static bool IsPlain(string line, IReadOnlyList<ErasableMember> members, IReadOnlyCollection<ErasureField> fields)
    {
        using var document = JsonDocument.Parse(line);
        return Values(Encoding.UTF8.GetBytes(Data(document)), members).Exists(v => fields.Contains(v.Field));
    }

    /// <summary>
    /// A line of before with all its erasable members enciphered: a line is replaced once, so no field may be left for a later erasure.
    /// </summary>
    /// <param name="line">The line as it is stored.</param>
    /// <param name="members">The erasable members of this kind of event.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="key">The stream's keys.</param>
    public static string EncipherLine(string line, IReadOnlyList<ErasableMember> members, StreamId stream, StreamKey key)
    {
        using var document = JsonDocument.Parse(line);

        // The data is the line's last member: its text ends before the line's last brace.
        var data = Data(document);
        return string.Concat(line.AsSpan(0, line.Length - data.Length - 1), Encipher(data, members, stream, key), "}");
    }

    private static string Data(JsonDocument line) => line.RootElement.GetProperty("data").GetRawText();

    // The values of the members that are neither null nor enciphered, in their order.
    private static List<(int From, int To, ErasureField Field)> Values(byte[] utf8, IReadOnlyList<ErasableMember> members)
    {
        var found = new List<(int, int, ErasureField)>(members.Count);
        var reader = new Utf8JsonReader(utf8);
        string? within = null;
        reader.Read();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                within = null;
                continue;
            }

            var member = Find(ref reader, members, within);
            var enters = member is null && within is null && Holds(ref reader, members);
            var name = enters ? reader.GetString() : null;
            reader.Read();
            if (enters && reader.TokenType == JsonTokenType.StartObject)
            {
                within = name;
                continue;
            }

            var from = (int)reader.TokenStartIndex;
            var isNull = reader.TokenType == JsonTokenType.Null;
            reader.Skip();
            if (member is not null && !isNull && !utf8.AsSpan(from).StartsWith("{\"cipher\":\""u8))
                found.Add((from, (int)reader.BytesConsumed, member.Field));
        }

        return found;
    }

    private static ErasableMember? Find(ref Utf8JsonReader name, IReadOnlyList<ErasableMember> members, string? within)
    {
        for (var i = 0; i < members.Count; i++)
        {
            if (members[i].Within == within && name.ValueTextEquals(members[i].Name))
                return members[i];
        }

        return null;
    }

    private static bool Holds(ref Utf8JsonReader name, IReadOnlyList<ErasableMember> members)
    {
        for (var i = 0; i < members.Count; i++)
        {
            if (members[i].Within is { } holder && name.ValueTextEquals(holder))
                return true;
        }

        return false;
    }

    private static void Write(ArrayBufferWriter<byte> into, ReadOnlySpan<byte> value, StreamId stream, ErasureField field, StreamKey key)
    {
        var word = EnumWords.Of(field);
        var length = NonceLength + value.Length + TagLength;
        var rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var token = rented.AsSpan(0, length);
            Nonces.Fill(token[..NonceLength]);
            using (var aes = new AesGcm(key.Of(word), TagLength))
            {
                aes.Encrypt(
                    token[..NonceLength],
                    value,
                    token.Slice(NonceLength, value.Length),
                    token[(NonceLength + value.Length)..],
                    Bound(stream, word));
            }

            into.Write("{\"cipher\":\""u8);
            Encoding.ASCII.GetBytes(word, into);
            into.Write(":"u8);
            Base64.EncodeToUtf8(token, into.GetSpan(Base64.GetMaxEncodedToUtf8Length(length)), out _, out var written);
            into.Advance(written);
            into.Write("\"}"u8);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    // Null where its key is gone. A line that was changed is found by the chain, not here.
    private static string? Read(ReadOnlySpan<char> content, StreamId stream, StreamKey? key)
    {
        var colon = content.IndexOf(':');
        if (colon < 0 || key is null)
            return null;
        var word = content[..colon].ToString();
        var token = new byte[content.Length];
        if (!Convert.TryFromBase64Chars(content[(colon + 1)..], token, out var length) || length < NonceLength + TagLength)
            return null;
        var value = new byte[length - NonceLength - TagLength];
        try
        {
            using var aes = new AesGcm(key.Of(word), TagLength);
            aes.Decrypt(
                token.AsSpan(0, NonceLength),
                token.AsSpan(NonceLength, value.Length),
                token.AsSpan(length - TagLength, TagLength),
                value,
                Bound(stream, word));
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        return Encoding.UTF8.GetString(value);
    }

    // Random bytes, fetched for many nonces at once: nobody need be kept from guessing them.
    private static class Nonces
    {
        [ThreadStatic]
        private static byte[]? _bytes;

        [ThreadStatic]
        private static int _left;

        public static void Fill(Span<byte> nonce)
        {
            _bytes ??= new byte[NonceLength * 256];
            if (_left < nonce.Length)
            {
                RandomNumberGenerator.Fill(_bytes);
                _left = _bytes.Length;
            }

            _left -= nonce.Length;
            _bytes.AsSpan(_left, nonce.Length).CopyTo(nonce);
        }
    }

    private static byte[] Bound(StreamId stream, string word) => Encoding.UTF8.GetBytes($"{stream}\n{word}");
}
