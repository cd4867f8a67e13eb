using System.Text.Json;

namespace Tocsin.Bodies;

/// <summary>Reads text out of JSON and refuses what cannot be kept: NUL, unpaired surrogates, bytes that are not UTF-8.</summary>
internal static class StringReading
{
    /// <summary>Reads the string at which the reader stands.</summary>
    /// <param name="reader">Stands on a string or a property name.</param>
    /// <param name="bytesMax">More bytes than this are not even decoded.</param>
    /// <param name="text">The text; empty when it is bad.</param>
    public static TextFault Read(ref Utf8JsonReader reader, int bytesMax, out string text)
    {
        text = "";
        var raw = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (raw > bytesMax)
            return TextFault.TooLong;
        try
        {
            text = reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return TextFault.BadCharacter;
        }
        return text.Contains('\0', StringComparison.Ordinal) ? TextFault.BadCharacter : TextFault.None;
    }
}
