namespace Tocsin.Hosting;

/// <summary>The page at <c>/</c>: says what this is, and where to go on.</summary>
internal static class Landing
{
    private const string Page =
        """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Tocsin</title>
        <style>body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem}h1{margin-bottom:0}</style>
        <h1>Tocsin</h1>
        <p>The gateway of a dispatch cluster.</p>
        <ul>
          <li><a href="/docs">Reference of the interface</a> (<a href="/openapi/v1.json">OpenAPI</a>)</li>
          <li><a href="/healthz/ready">Ready?</a></li>
          <li><a href="/metrics">Metrics</a></li>
        </ul>
        </html>
        """;

    /// <summary>Maps it.</summary>
    public static void MapLanding(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/", http =>
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            return http.Response.WriteAsync(Page, http.RequestAborted);
        });
}
