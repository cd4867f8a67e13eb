using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using Tocsin.Limits;
using Tocsin.Problems;

namespace Tocsin.Bodies;

/// <summary>Reads the body of a request: strictly, once, out of the very bytes that came.</summary>
internal static class RequestBody
{
    private static readonly byte[] EmptyObject = "{}"u8.ToArray();
    private static readonly JsonReaderOptions Options = new() { MaxDepth = EdgeLimits.BodyDepthMax };

    /// <summary>Reads it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="kind">What it must be.</param>
    /// <param name="bytesMax">The longest that is taken.</param>
    /// <param name="mayBeEmpty">Whether no body at all is as good as <c>{}</c>.</param>
    /// <param name="digested">Whether the bytes' SHA-256 is wanted.</param>
    /// <param name="errors">Takes what is wrong; may hold errors of headers already.</param>
    public static async ValueTask<Parsed<T>> Read<T>(HttpContext http, Kind<T> kind, int bytesMax, bool mayBeEmpty, bool digested, FieldErrors errors)
    {
        var request = http.Request;
        if (request.ContentLength > bytesMax)
            return new(Problem.TooLarge, default!, null);
        if (!IsPlain(request))
            return new(Problem.UnsupportedMediaType, default!, null);
        var pipe = request.BodyReader;
        var result = await pipe.ReadAsync(http.RequestAborted);
        while (!result.IsCompleted && result.Buffer.Length <= bytesMax)
        {
            pipe.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            result = await pipe.ReadAsync(http.RequestAborted);
        }
        var bytes = result.Buffer;
        try
        {
            if (bytes.Length > bytesMax)
                return new(Problem.TooLarge, default!, null);
            if (bytes.IsEmpty)
                return mayBeEmpty ? Parse(EmptyObject, kind, digested, errors) : new(Problem.Malformed("a body is needed"), default!, null);
            if (!IsJson(request.ContentType))
                return new(Problem.UnsupportedMediaType, default!, null);
            return bytes.IsSingleSegment ? Parse(bytes.FirstSpan, kind, digested, errors) : ParseSegments(bytes, kind, digested, errors);
        }
        finally
        {
            pipe.AdvanceTo(bytes.End);
        }
    }

    private static Parsed<T> ParseSegments<T>(in ReadOnlySequence<byte> bytes, Kind<T> kind, bool digested, FieldErrors errors)
    {
        var length = checked((int)bytes.Length);
        var rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            bytes.CopyTo(rented);
            return Parse(rented.AsSpan(0, length), kind, digested, errors);
        }
        finally
        {
            // What people wrote does not lie about in a pool.
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }

    private static Parsed<T> Parse<T>(ReadOnlySpan<byte> bytes, Kind<T> kind, bool digested, FieldErrors errors)
    {
        var reader = new Utf8JsonReader(bytes, isFinalBlock: true, new JsonReaderState(Options));
        try
        {
            reader.Read();
            kind.Read(ref reader, errors, out var value);
            reader.Read();
            return errors.Any
                ? new(Problem.Invalid(errors), default!, null)
                : new(null, value, digested ? SHA256.HashData(bytes) : null);
        }
        catch (JsonException exception)
        {
            return new(Problem.Malformed($"not valid JSON at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}"), default!, null);
        }
    }

    private static bool IsPlain(HttpRequest request) =>
        request.Headers.ContentEncoding is { Count: 0 } or ["identity"];

    private static bool IsJson(string? contentType)
    {
        // The one that nearly everybody sends is not worth a parser.
        if (contentType is "application/json" or "application/json; charset=utf-8")
            return true;
        return MediaTypeHeaderValue.TryParse(contentType, out var type)
            && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.MediaType.Equals("application/merge-patch+json", StringComparison.OrdinalIgnoreCase))
            && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
    }
}
