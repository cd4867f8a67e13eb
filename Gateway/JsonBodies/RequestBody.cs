using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using Tocsin.Problems;
using Tocsin.Settings;

namespace Tocsin.JsonBodies;

/// <summary>Reads the body of a request: strictly, once, from the bytes as they came.</summary>
internal static class RequestBody
{
    private static readonly byte[] EmptyObject = "{}"u8.ToArray();
    private static readonly JsonReaderOptions Options = new() { MaxDepth = GatewayLimits.BodyDepthMax };

    /// <summary>Reads it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="type">The JSON type that it must have.</param>
    /// <param name="bytesMax">The longest body, in bytes; a longer one is 413.</param>
    /// <param name="mayBeEmpty">Whether a request without a body is read as <c>{}</c>.</param>
    /// <param name="digested">Whether to compute the SHA-256 of the bytes.</param>
    /// <param name="errors">Collects the errors; may contain errors of headers already.</param>
    public static async ValueTask<ParsedBody<T>> Read<T>(
        HttpContext http, JsonType<T> type, int bytesMax, bool mayBeEmpty, bool digested, FieldErrors errors)
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
                return mayBeEmpty ? Parse(EmptyObject, type, digested, errors) : new(Problem.Malformed("a body is needed"), default!, null);
            if (!IsJson(request.ContentType))
                return new(Problem.UnsupportedMediaType, default!, null);
            return bytes.IsSingleSegment
                ? Parse(bytes.FirstSpan, type, digested, errors)
                : ParseSegments(bytes, type, digested, errors);
        }
        finally
        {
            pipe.AdvanceTo(bytes.End);
        }
    }

    /// <summary>Reads a whole text.</summary>
    /// <exception cref="JsonException">It is not JSON, or more follows the value.</exception>
    internal static void ReadWhole<T>(ReadOnlySpan<byte> json, JsonType<T> type, FieldErrors errors, out T value)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: true, new JsonReaderState(Options));
        reader.Read();
        type.Read(ref reader, errors, out value);
        reader.Read();
    }

    private static ParsedBody<T> ParseSegments<T>(in ReadOnlySequence<byte> bytes, JsonType<T> type, bool digested, FieldErrors errors)
    {
        var length = checked((int)bytes.Length);
        var rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            bytes.CopyTo(rented);
            return Parse(rented.AsSpan(0, length), type, digested, errors);
        }
        finally
        {
            // Bodies contain personal data: none is left in the pool.
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }

    private static ParsedBody<T> Parse<T>(ReadOnlySpan<byte> bytes, JsonType<T> type, bool digested, FieldErrors errors)
    {
        try
        {
            ReadWhole(bytes, type, errors, out var value);
            return errors.Any
                ? new(Problem.Invalid(errors), default!, null)
                : new(null, value, digested ? SHA256.HashData(bytes) : null);
        }
        catch (JsonException exception)
        {
            var place = $"not valid JSON at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}";
            return new(Problem.Malformed(place), default!, null);
        }
    }

    private static bool IsPlain(HttpRequest request) =>
        request.Headers.ContentEncoding is { Count: 0 } or ["identity"];

    private static bool IsJson(string? contentType)
    {
        // What nearly every client sends is compared without a parser.
        if (contentType is "application/json" or "application/json; charset=utf-8")
            return true;
        return MediaTypeHeaderValue.TryParse(contentType, out var type)
            && (Is(type, "application/json") || Is(type, "application/merge-patch+json"))
            && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
    }

    private static bool Is(MediaTypeHeaderValue type, string name) => type.MediaType.Equals(name, StringComparison.OrdinalIgnoreCase);
}
