using System.Globalization;
using System.Text;

namespace Tocsin.Tests.Support.Telemetry;

/// <summary>A span as a collector gets it.</summary>
/// <param name="Service">The <c>service.name</c> of the process.</param>
/// <param name="Trace">The trace id, hex.</param>
/// <param name="Id">Its own id, hex.</param>
/// <param name="Parent">Its parent's; empty for a root.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Tags">Its attributes.</param>
public sealed record ReceivedSpan(
    string Service, string Trace, string Id, string Parent, string Name, IReadOnlyDictionary<string, string> Tags)
{
    // The numbers of opentelemetry/proto/collector/trace/v1 and trace/v1.
    internal static IEnumerable<ReceivedSpan> Of(byte[] request)
    {
        foreach (var resourceSpans in Messages(request, 1))
        {
            var service = Messages(resourceSpans, 1).SelectMany(r => TagsOf(r, 1)).FirstOrDefault(t => t.Key == "service.name").Value ?? "";
            foreach (var span in Messages(resourceSpans, 2).SelectMany(scope => Messages(scope, 2)))
                yield return Of(service, span);
        }
    }

    private static ReceivedSpan Of(string service, ReadOnlyMemory<byte> span) =>
        new(service, Hex(span, 1), Hex(span, 2), Hex(span, 4), Text(span, 5), TagsOf(span, 9).ToDictionary(t => t.Key, t => t.Value));

    private static IEnumerable<KeyValuePair<string, string>> TagsOf(ReadOnlyMemory<byte> message, int field)
    {
        foreach (var pair in Messages(message, field))
            yield return new(Text(pair, 1), Messages(pair, 2).Select(ValueOf).FirstOrDefault() ?? "");
    }

    private static string ValueOf(ReadOnlyMemory<byte> value)
    {
        foreach (var field in Wire.Fields(value))
        {
            return field.Number switch
            {
                1 => Encoding.UTF8.GetString(field.Bytes.Span),
                4 => BitConverter.Int64BitsToDouble(field.Value).ToString(CultureInfo.InvariantCulture),
                _ => field.Value.ToString(CultureInfo.InvariantCulture),
            };
        }

        return "";
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Messages(ReadOnlyMemory<byte> message, int field) =>
        Wire.Fields(message).Where(f => f.Number == field).Select(f => f.Bytes);

    private static string Text(ReadOnlyMemory<byte> message, int field) =>
        Encoding.UTF8.GetString(Messages(message, field).FirstOrDefault().Span);

    private static string Hex(ReadOnlyMemory<byte> message, int field) =>
        Convert.ToHexStringLower(Messages(message, field).FirstOrDefault().Span);
}
