using Microsoft.Net.Http.Headers;

namespace Tocsin.Consoles;

/// <summary>A file of the console as it is sent: plain, and compressed by the build.</summary>
/// <param name="Type">Its media type.</param>
/// <param name="IsForever">Whether its name has a hash of its content, so that it never changes.</param>
/// <param name="ETag">A hash of its content, in quotes.</param>
/// <param name="Plain">Its content.</param>
/// <param name="Brotli">Its content, compressed; null: that is not smaller.</param>
/// <param name="Gzip">Its content for browsers that accept no Brotli over plain HTTP; null: that is not smaller.</param>
internal sealed record ConsoleFile(string Type, bool IsForever, EntityTagHeaderValue ETag, byte[] Plain, byte[]? Brotli, byte[]? Gzip)
{
    private const string Forever = "public, max-age=31536000, immutable";

    /// <summary>Sends it, or 304 when the browser has it already.</summary>
    public async Task Send(HttpContext http)
    {
        var (request, response) = (http.Request, http.Response);
        response.Headers.CacheControl = IsForever ? Forever : "no-cache";
        response.Headers.ETag = ETag.ToString();
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(ETag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        var (body, encoding) = Choose(request);
        if (encoding is not null)
            response.Headers.ContentEncoding = encoding;
        response.ContentType = Type;
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(request.Method))
            await response.Body.WriteAsync(body, http.RequestAborted);
    }

    private (byte[] Body, string? Encoding) Choose(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        bool Takes(string encoding) =>
            accepted.Any(a => a.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && a.Quality is null or > 0);
        return Brotli is not null && Takes("br") ? (Brotli, "br") : Gzip is not null && Takes("gzip") ? (Gzip, "gzip") : (Plain, null);
    }
}
