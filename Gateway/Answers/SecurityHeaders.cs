namespace Tocsin.Answers;

/// <summary>
/// On every answer: it is what its type says, it stands in no frame, and no link from it tells another site where it came from. An answer
/// that is not a page may do nothing in a browser; pages set a policy of their own.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    /// <summary>The policy of what is not a page.</summary>
    public const string NoPage = "default-src 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext http)
    {
        // When the answer begins: an error clears the headers that were set before.
        http.Response.OnStarting(
            static state =>
            {
                var headers = ((HttpResponse)state).Headers;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "no-referrer";
                if (headers.ContentSecurityPolicy.Count == 0)
                    headers.ContentSecurityPolicy = NoPage;
                return Task.CompletedTask;
            },
            http.Response);
        return next(http);
    }
}
