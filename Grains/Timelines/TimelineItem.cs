using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tocsin.Journal;
using Tocsin.Journal.Writing;

namespace Tocsin.Timelines;

/// <summary>An event as a timeline shows it.</summary>
internal static class TimelineItem
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The event as JSON.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="detail">How much of it is shown.</param>
    public static string Of(JournalEvent happened, TimelineDetail detail)
    {
        using var line = JsonDocument.Parse(happened.Line);
        var buffer = new ArrayBufferWriter<byte>(happened.Line.Length);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteNumber("position", happened.Position.Value);
            writer.WriteString("occurredAt", EventLine.Time(happened.OccurredAt));
            writer.WriteString("recordedAt", EventLine.Time(happened.RecordedAt));
            writer.WriteString("stream", happened.Stream.ToString());
            writer.WriteString("kind", happened.Kind);
            writer.WritePropertyName("actor");
            if (detail == TimelineDetail.Whole)
                line.RootElement.GetProperty("actor").WriteTo(writer);
            else
                writer.WriteNullValue();
            writer.WritePropertyName("data");
            Write(writer, line.RootElement.GetProperty("data"), detail);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, JsonElement data, TimelineDetail detail)
    {
        switch (detail)
        {
            case TimelineDetail.Whole:
                data.WriteTo(writer);
                break;
            case TimelineDetail.Outline:
                writer.WriteStartObject();
                foreach (var name in (string[])["kind", "to"])
                {
                    writer.WritePropertyName(name);
                    data.GetProperty(name).WriteTo(writer);
                }

                writer.WriteEndObject();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
