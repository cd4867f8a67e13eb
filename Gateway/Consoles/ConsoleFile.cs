using Microsoft.Net.Http.Headers;

namespace Tocsin.Consoles;

/// <summary>A file of the console, as it is sent: plain, and compressed when it was built.</summary>
/// <param name="Type">Its media type.</param>
/// <param name="IsForever">Its name carries a hash of what is in it: it never changes.</param>
/// <param name="ETag">A hash of it, in quotes.</param>
/// <param name="Plain">As it is.</param>
/// <param name="Brotli">Compressed; null: it does not get smaller.</param>
/// <param name="Gzip">For browsers that take no Brotli over plain HTTP.</param>
internal sealed record ConsoleFile(string Type, bool IsForever, EntityTagHeaderValue ETag, byte[] Plain, byte[]? Brotli, byte[]? Gzip)
{
    private const string Forever = "public, max-age=31536000, immutable";

    /// <summary>Sends it, or says that the browser has it already.</summary>
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
        bool Takes(string encoding) => accepted.Any(a => a.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && a.Quality is null or > 0);
        return Brotli is not null && Takes("br") ? (Brotli, "br") : Gzip is not null && Takes("gzip") ? (Gzip, "gzip") : (Plain, null);
    }
}
