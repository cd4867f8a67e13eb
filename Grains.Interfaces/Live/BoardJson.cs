using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Json;

namespace Tocsin.Live;

/// <summary>The text of a board, present or past: its head, then a list for each section of <see cref="BoardSections"/>.</summary>
public static class BoardJson
{
    /// <summary>Writes a board.</summary>
    /// <param name="epoch">The history that the position belongs to.</param>
    /// <param name="position">The board is as of this position.</param>
    /// <param name="at">The time that the board shows, UTC.</param>
    /// <param name="items">The JSON of the things of a kind, UTF-8, in the order in which they stand; asked once for each section.</param>
    /// <param name="unreadable">
    /// The names of the streams that belong on the board and could not be read; null: the member is left out.
    /// </param>
    /// <returns>One JSON object, UTF-8.</returns>
    public static byte[] Write(
        Epoch epoch,
        JournalPosition position,
        DateTimeOffset at,
        Func<StreamKind, IEnumerable<byte[]>> items,
        IEnumerable<string>? unreadable = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        var body = new ArrayBufferWriter<byte>(64 * 1024);
        var time = at.UtcDateTime.ToString(InstantConverter.Format, CultureInfo.InvariantCulture);
        Text(body, string.Create(CultureInfo.InvariantCulture, $"{{\"epoch\":\"{epoch}\",\"position\":{position.Value},\"at\":\"{time}\""));
        foreach (var (kind, section) in BoardSections.All)
        {
            Text(body, $",\"{section.Name}\":[");
            var first = true;
            foreach (var item in items(kind))
            {
                if (!first)
                    body.Write(","u8);
                first = false;
                body.Write(item);
            }

            body.Write("]"u8);
        }

        if (unreadable is not null)
        {
            Text(
                body,
                ",\"unreadable\":[" +
                $"{string.Join(',', unreadable.Select(name => JsonSerializer.Serialize(name, JsonSerializerOptions.Default)))}]");
        }

        body.Write("}"u8);
        return body.WrittenSpan.ToArray();
    }

    private static void Text(ArrayBufferWriter<byte> body, string text) => Encoding.UTF8.GetBytes(text, body);
}
