using System.Text.Json;

namespace Tocsin.JsonBodies;

/// <summary>Reads text from JSON and refuses what cannot be stored: NUL, unpaired surrogates, bytes that are not UTF-8.</summary>
internal static class StringReading
{
    /// <summary>The most bytes of JSON for one UTF-16 code unit: <c>\uXXXX</c>.</summary>
    public const int BytesPerUnitMax = 6;

    /// <summary>The longest name or word that is still decoded when it is only compared or echoed, in bytes.</summary>
    public const int NameBytesMax = 600;

    /// <summary>The message for a text that cannot be stored.</summary>
    public const string BadCharacter = "must not hold a NUL, an unpaired surrogate, or bytes that are not UTF-8";

    /// <summary>Reads the string at which the reader stands.</summary>
    /// <param name="reader">Stands on a string or a property name.</param>
    /// <param name="bytesMax">A text of more bytes is not decoded.</param>
    /// <param name="text">The text; empty when it is refused.</param>
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
