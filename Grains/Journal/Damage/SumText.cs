using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Tocsin.Journal.Damage;

/// <summary>Text on its way into a checksum, as UTF-8. It is disposed of by whoever made it.</summary>
internal ref struct SumText : IDisposable
{
    /// <summary>How many characters are made UTF-8 at once.</summary>
    private const int Chunk = 2_048;

    private readonly byte[] _buffer;
    private uint _crc = Crc32C.Start;

    /// <summary>Begins one.</summary>
    public SumText() => _buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(Chunk));

    /// <summary>The checksum of what was added.</summary>
    public readonly int Value => unchecked((int)Crc32C.End(_crc));

    /// <summary>Adds a text.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            // A pair of surrogates is not torn apart.
            var count = Math.Min(text.Length, Chunk);
            if (count < text.Length && char.IsHighSurrogate(text[count - 1]))
                count--;
            _crc = Crc32C.Append(_crc, _buffer.AsSpan(0, Encoding.UTF8.GetBytes(text[..count], _buffer)));
            text = text[count..];
        }
    }

    /// <summary>Adds a text, nothing where there is none, and the end of its line.</summary>
    public void AddLine(ReadOnlySpan<char> text)
    {
        Add(text);
        AddEnd();
    }

    /// <summary>Adds a number in decimal digits, nothing where there is none, and the end of its line.</summary>
    public void AddLine(long? number)
    {
        if (number is { } value)
        {
            Utf8Formatter.TryFormat(value, _buffer, out var count);
            _crc = Crc32C.Append(_crc, _buffer.AsSpan(0, count));
        }

        AddEnd();
    }

    /// <inheritdoc/>
    public readonly void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private void AddEnd() => _crc = Crc32C.Append(_crc, "\n"u8);
}
