using System.Text;

namespace Tocsin.Text;

/// <summary>Whether text can be stored as UTF-8.</summary>
public static class WellFormed
{
    /// <summary>Whether every surrogate is paired.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var consumed) != System.Buffers.OperationStatus.Done)
                return false;
            text = text[consumed..];
        }
        return true;
    }
}
