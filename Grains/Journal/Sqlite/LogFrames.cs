using System.Buffers.Binary;

namespace Tocsin.Journal.Sqlite;

/// <summary>
/// The frames of a write-ahead log, as SQLite's file format describes them: each carries a page, says whether it ends a transaction, and
/// its checksum goes on from that of the frame before it.
/// </summary>
internal sealed class LogFrames
{
    private const int HeaderLength = 32;
    private const int FrameHeaderLength = 24;
    private const uint Magic = 0x377f0682;
    private const int PageMin = 512;
    private const int PageMax = 65_536;

    private readonly byte[] _header;
    private readonly byte[] _frame;
    private readonly bool _bigEndian;
    private readonly Stream _log;

    private LogFrames(Stream log, byte[] header, int pageLength)
    {
        (_log, _header, _frame) = (log, header, new byte[FrameHeaderLength + pageLength]);
        _bigEndian = (Word(header, 0) & 1) == 1;
        Start = Sum((0, 0), header.AsSpan(0, HeaderLength - 8));
    }

    /// <summary>The checksum of the header, from which that of the first frame goes on.</summary>
    public (uint, uint) Start { get; }

    /// <summary>Whether the header fits its own checksum.</summary>
    public bool HeaderFits => Start == (Word(_header, 24), Word(_header, 28));

    /// <summary>Whether the frame belongs to this log, and is not left of one that was used up before.</summary>
    public bool IsOfThis => _frame.AsSpan(8, 8).SequenceEqual(_header.AsSpan(16, 8));

    /// <summary>Whether the frame ends a transaction.</summary>
    public bool IsCommit => Word(_frame, 4) != 0;

    /// <summary>The checksum that the frame carries.</summary>
    public (uint, uint) Stored => (Word(_frame, 16), Word(_frame, 20));

    /// <summary>Opens a log; null: it holds no frame, or what stands there is no log.</summary>
    public static LogFrames? Of(Stream log)
    {
        var header = new byte[HeaderLength];
        if (log.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength || (Word(header, 0) & ~1u) != Magic)
            return null;
        var page = Word(header, 8);
        return page is >= PageMin and <= PageMax && (page & (page - 1)) == 0 ? new LogFrames(log, header, (int)page) : null;
    }

    /// <summary>Reads the next frame; false behind the last whole one.</summary>
    public bool Next() => _log.ReadAtLeast(_frame, _frame.Length, throwOnEndOfStream: false) == _frame.Length;

    /// <summary>The checksum that the frame should carry behind another.</summary>
    public (uint, uint) SumAfter((uint, uint) before) => Sum(Sum(before, _frame.AsSpan(0, 8)), _frame.AsSpan(FrameHeaderLength));

    private (uint, uint) Sum((uint First, uint Second) sum, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            sum.First += (_bigEndian ? Word(bytes, 0) : BinaryPrimitives.ReadUInt32LittleEndian(bytes)) + sum.Second;
            sum.Second += (_bigEndian ? Word(bytes, 4) : BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..])) + sum.First;
        }

        return sum;
    }

    private static uint Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
}
