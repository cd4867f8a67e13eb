using System.Buffers;
using System.Text.Json;

namespace Tocsin.Live;

/// <summary>An event without who did it and what it says: which, of which thing, and when.</summary>
internal static class BareEvent
{
    /// <summary>The event with nothing of its content.</summary>
    public static LiveEvent Of(LiveEvent happened)
    {
        var buffer = new ArrayBufferWriter<byte>(happened.Json.Length);
        using (var json = new Utf8JsonWriter(buffer))
        {
            using var whole = JsonDocument.Parse(happened.Json);
            json.WriteStartObject();
            foreach (var member in whole.RootElement.EnumerateObject())
            {
                if (member.Name is "actor" or "data")
                    json.WriteNull(member.Name);
                else
                    member.WriteTo(json);
            }

            json.WriteEndObject();
        }

        return happened with { Json = buffer.WrittenSpan.ToArray() };
    }
}
