using System.Buffers.Binary;

namespace Tocsin.Tests.Support.Telemetry;

/// <summary>The fields of a protobuf message, as far as a test reads them: numbers, and what has a length.</summary>
/// <param name="Number">The field's number.</param>
/// <param name="Bytes">What has a length: a text, bytes, a message.</param>
/// <param name="Value">A number.</param>
internal readonly record struct Wire(int Number, ReadOnlyMemory<byte> Bytes, long Value)
{
    /// <summary>Reads a message.</summary>
    public static IEnumerable<Wire> Fields(ReadOnlyMemory<byte> message)
    {
        while (message.Length > 0)
        {
            var tag = Varint(ref message);
            var number = (int)(tag >> 3);
            switch (tag & 7)
            {
                case 0:
                    yield return new Wire(number, default, Varint(ref message));
                    break;
                case 1:
                    yield return new Wire(number, default, BinaryPrimitives.ReadInt64LittleEndian(message.Span));
                    message = message[8..];
                    break;
                case 2:
                    var length = (int)Varint(ref message);
                    yield return new Wire(number, message[..length], 0);
                    message = message[length..];
                    break;
                default:
                    message = message[4..];
                    break;
            }
        }
    }

    private static long Varint(ref ReadOnlyMemory<byte> message)
    {
        var value = 0L;
        for (var shift = 0; ; shift += 7)
        {
            var part = message.Span[0];
            message = message[1..];
            value |= (long)(part & 127) << shift;
            if (part < 128)
                return value;
        }
    }
}
