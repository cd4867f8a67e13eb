using System.Buffers;
using System.Text.Json;

namespace Tocsin.Tests.Load.Contract;

/// <summary>Writes one flat JSON object; each thread has one writer for all of its objects.</summary>
public readonly ref struct Pen
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? paper;

    [ThreadStatic]
    private static Utf8JsonWriter? writer;

    private Pen(Utf8JsonWriter json) => Json = json;

    /// <summary>The writer, for what is not flat.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>Begins an object; the one before on this thread must have been ended.</summary>
    public static Pen Begin()
    {
        (paper ??= new ArrayBufferWriter<byte>(512)).ResetWrittenCount();
        (writer ??= new Utf8JsonWriter(paper)).Reset(paper);
        writer.WriteStartObject();
        return new Pen(writer);
    }

    /// <summary>Writes a text.</summary>
    public Pen With(string name, string value)
    {
        Json.WriteString(name, value);
        return this;
    }

    /// <summary>Writes a number.</summary>
    public Pen With(string name, int value)
    {
        Json.WriteNumber(name, value);
        return this;
    }

    /// <summary>Writes a flag.</summary>
    public Pen With(string name, bool value)
    {
        Json.WriteBoolean(name, value);
        return this;
    }

    /// <summary>Writes a place with its address, or without where that is null.</summary>
    public Pen With(string name, PointView place, string? address)
    {
        Json.WriteStartObject(name);
        Json.WriteNumber("lat", place.Lat);
        Json.WriteNumber("lon", place.Lon);
        if (address is not null)
            Json.WriteString("address", address);
        Json.WriteEndObject();
        return this;
    }

    /// <summary>Ends it and answers its bytes.</summary>
    public byte[] End()
    {
        Json.WriteEndObject();
        Json.Flush();
        return paper!.WrittenSpan.ToArray();
    }
}
